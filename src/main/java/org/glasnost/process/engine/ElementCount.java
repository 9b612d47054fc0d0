package org.glasnost.process.engine;

/**
 * What stands at an element of a version now.
 *
 * @param element the element
 * @param instances how many instances are there; of an element that is repeated, each repetition
 * @param incidents how many of them have failed and wait for somebody to try again
 */
public record ElementCount(Element element, long instances, long incidents) {}
