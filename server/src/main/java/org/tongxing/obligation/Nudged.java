package org.tongxing.obligation;

import org.tongxing.policy.Actor;

/**
 * Somebody is to be told that something is overdue. Carries no child's name, category or tier; whoever sends it says so
 * through {@link Nudges#settle}.
 *
 * @param nudge its id, once per occasion
 * @param actorId a family's id, a village's code, or the id of the child whose parents are meant
 * @param things how many things are overdue
 */
public record Nudged(long nudge, Actor actor, String actorId, int things) {}
