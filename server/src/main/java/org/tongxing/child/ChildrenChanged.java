package org.tongxing.child;

import java.util.List;

/** Children were entered, moved or changed in these villages. Carries codes only. */
public record ChildrenChanged(List<String> villages) {}
