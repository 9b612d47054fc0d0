<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    id="record-life-cycle-definitions" targetNamespace="https://glasnost.example/processes">
  <bpmn:message id="ReviewOrdered-message" name="ReviewOrdered" />
  <bpmn:process id="record-life-cycle" name="Record life cycle" isExecutable="true" camunda:historyTimeToLive="P180D">
    <bpmn:startEvent id="start" name="Review ordered">
      <bpmn:outgoing>flow-1</bpmn:outgoing>
      <bpmn:messageEventDefinition id="start-message" messageRef="ReviewOrdered-message" />
    </bpmn:startEvent>
    <bpmn:userTask id="FIRST_REVIEW" name="First review" camunda:candidateGroups="REVIEWER">
      <bpmn:incoming>flow-1</bpmn:incoming>
      <bpmn:outgoing>flow-2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="SECOND_REVIEW" name="Second review" camunda:candidateGroups="REVIEWER,SENIOR_REVIEWER">
      <bpmn:incoming>flow-2</bpmn:incoming>
      <bpmn:outgoing>flow-3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="SIGNATURE" name="Signature" camunda:candidateGroups="DECLASSIFICATION_AUTHORITY">
      <bpmn:incoming>flow-3</bpmn:incoming>
      <bpmn:outgoing>flow-4</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="RELEASE" name="Release" camunda:candidateGroups="RECORDS_MANAGER">
      <bpmn:incoming>flow-4</bpmn:incoming>
      <bpmn:outgoing>flow-5</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end" name="Ended">
      <bpmn:incoming>flow-5</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="flow-1" sourceRef="start" targetRef="FIRST_REVIEW" />
    <bpmn:sequenceFlow id="flow-2" sourceRef="FIRST_REVIEW" targetRef="SECOND_REVIEW" />
    <bpmn:sequenceFlow id="flow-3" sourceRef="SECOND_REVIEW" targetRef="SIGNATURE" />
    <bpmn:sequenceFlow id="flow-4" sourceRef="SIGNATURE" targetRef="RELEASE" />
    <bpmn:sequenceFlow id="flow-5" sourceRef="RELEASE" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="record-life-cycle-diagram">
    <bpmndi:BPMNPlane id="record-life-cycle-plane" bpmnElement="record-life-cycle">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="132" y="132" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="105" y="172" width="90" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="FIRST_REVIEW-shape" bpmnElement="FIRST_REVIEW">
        <dc:Bounds x="280" y="110" width="120" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="SECOND_REVIEW-shape" bpmnElement="SECOND_REVIEW">
        <dc:Bounds x="470" y="110" width="120" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="SIGNATURE-shape" bpmnElement="SIGNATURE">
        <dc:Bounds x="660" y="110" width="120" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="RELEASE-shape" bpmnElement="RELEASE">
        <dc:Bounds x="850" y="110" width="120" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="1082" y="132" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1055" y="172" width="90" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow-1-edge" bpmnElement="flow-1">
        <di:waypoint x="168" y="150" />
        <di:waypoint x="280" y="150" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-2-edge" bpmnElement="flow-2">
        <di:waypoint x="400" y="150" />
        <di:waypoint x="470" y="150" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-3-edge" bpmnElement="flow-3">
        <di:waypoint x="590" y="150" />
        <di:waypoint x="660" y="150" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-4-edge" bpmnElement="flow-4">
        <di:waypoint x="780" y="150" />
        <di:waypoint x="850" y="150" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow-5-edge" bpmnElement="flow-5">
        <di:waypoint x="970" y="150" />
        <di:waypoint x="1082" y="150" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
