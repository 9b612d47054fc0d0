package org.glasnost.content;

/**
 * A member that an earlier release sealed with values of a type and that is read no more. Whoever
 * takes a member from a type that is kept sealed declares it so; what was sealed before is then
 * read on.
 *
 * @param type whose values bear it
 * @param name of the member
 */
public record RetiredMember(Class<?> type, String name) {}
