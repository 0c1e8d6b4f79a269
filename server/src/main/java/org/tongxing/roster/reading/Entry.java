package org.tongxing.roster.reading;

/** What a row says once it is understood. */
public sealed interface Entry permits ChildEntry, FamilyEntry {}
