package org.tongxing.obligation;

import java.util.Map;
import java.util.Set;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;

/** A module that knows which parents have said to come home for a Spring Festival. */
public interface HomeComings {

    /**
     * The children of a scope to whom a parent has said to come, and for the festivals of which years, in one query; nobody
     * owes them a call instead [JS-11].
     */
    Map<ChildId, Set<Integer>> comings(Scope scope);
}
