package org.glasnost.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.glasnost.process.decision.TableReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads submitted XML without letting it do anything: no document type, no entity, no file or
 * address opened, bounded size, depth and number of elements. A first pass measures as a stream;
 * only what passes is built up in memory.
 */
final class SafeXml {
  /** H2 holds at most this many bytes in one value, and no diagram drawn by a person comes near. */
  static final int LARGEST = 1024 * 1024;

  private static final int DEEPEST = 40;
  private static final int MOST_ELEMENTS = 40_000;
  private final Kind kind;
  private final Schema schema;

  /** For definitions of processes. */
  SafeXml() {
    this(Kind.BPMN);
  }

  SafeXml(Kind kind) {
    this.kind = kind;
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      // The schema lies in the engine's jar and includes its neighbours there, nothing else.
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,jar:nested,nested,file");
      this.schema = factory.newSchema(SafeXml.class.getClassLoader().getResource(kind.schema));
    } catch (SAXException e) {
      throw new IllegalStateException("the engine's own schema cannot be read: " + kind, e);
    }
  }

  /** What a file is to be, with its schema in the engine's jars. */
  enum Kind {
    /** A process. */
    BPMN("BPMN 2.0", "DPL-0006", "org/camunda/bpm/engine/impl/bpmn/parser/BPMN20.xsd"),
    /** A decision, in the version that Camunda Modeler writes for this engine. */
    DMN("DMN 1.3", "DPL-0040", "org/camunda/bpm/model/dmn/schema/DMN13.xsd");

    private final String told;
    private final String rule;
    private final String schema;

    Kind(String told, String rule, String schema) {
      this.told = told;
      this.rule = rule;
      this.schema = schema;
    }
  }

  /** The document, or empty with the reason added to the examination. */
  Optional<Document> read(DeploymentFile file, Examination examination) {
    if (file.size() > LARGEST) {
      examination.error(
          "DPL-0002",
          (String) null,
          "The file has " + file.size() + " bytes; at most " + LARGEST + " are taken in.");
      return Optional.empty();
    }
    byte[] bytes = file.bytes();
    measure(bytes, examination);
    if (!examination.isClean()) {
      return Optional.empty();
    }
    Document document = build(bytes, examination);
    if (document != null) {
      validate(document, examination);
    }
    return Optional.ofNullable(document);
  }

  private static void measure(byte[] bytes, Examination examination) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    int depth = 0;
    int elements = 0;
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      if (!isUtf8(reader.getEncoding()) || !isUtf8(reader.getCharacterEncodingScheme())) {
        examination.error(
            "DPL-0003", (String) null, "The file is not written in UTF-8, as everybody reads it.");
        return;
      }
      if ("1.1".equals(reader.getVersion())) {
        examination.error(
            "DPL-0003", (String) null, "The file is XML 1.1, which not everybody reads alike.");
        return;
      }
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD
            || event == XMLStreamConstants.ENTITY_REFERENCE
            || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
          examination.error(
              "DPL-0004",
              (String) null,
              "A document type, an entity or a processing instruction stands in the file;"
                  + " definitions need none.");
          return;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          elements++;
          if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            examination.error(
                "DPL-0005",
                (String) null,
                "The file is nested deeper than %d or has more than %d elements."
                    .formatted(DEEPEST, MOST_ELEMENTS));
            return;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      notWellFormed(examination, e.getLocation() == null ? -1 : e.getLocation().getLineNumber());
    }
  }

  /** Whether that is the encoding; what no encoding is told of is UTF-8. */
  private static boolean isUtf8(@Nullable String encoding) {
    return encoding == null || encoding.equalsIgnoreCase("UTF-8");
  }

  private static @Nullable Document build(byte[] bytes, Examination examination) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform's XML parser lacks its own features", e);
    } catch (SAXParseException e) {
      notWellFormed(examination, e.getLineNumber());
    } catch (SAXException | IOException e) {
      notWellFormed(examination, -1);
    }
    return null;
  }

  private void validate(Document document, Examination examination) {
    String namespace = document.getDocumentElement().getNamespaceURI();
    if (kind == Kind.DMN && !TableReader.NAMESPACE.equals(namespace)) {
      examination.error(
          kind.rule,
          (String) null,
          "The file is not DMN 1.3; its outermost element stands in the namespace "
              + TableReader.NAMESPACE
              + ", as Camunda Modeler writes it for this engine.");
      return;
    }
    try {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new DOMSource(document));
    } catch (SAXException e) {
      examination.error(
          kind.rule,
          (String) null,
          "The file is not %s by its schema: %s".formatted(kind.told, e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("a document in memory cannot fail to be read", e);
    }
  }

  private static void notWellFormed(Examination examination, int line) {
    examination.error(
        "DPL-0003",
        (String) null,
        line > 0
            ? "The file is not well-formed XML, at line " + line + "."
            : "The file is not well-formed XML.");
  }

  /** The platform's own handler would print to the standard error stream. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException found) {
      // A warning leaves the file well-formed.
    }

    @Override
    public void error(SAXParseException found) throws SAXException {
      throw found;
    }

    @Override
    public void fatalError(SAXParseException found) throws SAXException {
      throw found;
    }
  }
}
