package org.tongxing.roster.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people who are registered already, so that no import makes anyone twice; asked for many rows at a time. */
public interface KnownPeople {

    /** Nobody is registered yet. */
    KnownPeople NOBODY = new KnownPeople() {

        @Override
        public Map<ChildEntry, Match> children(List<ChildEntry> children) {
            return Map.of();
        }

        @Override
        public Set<FamilyEntry> families(List<FamilyEntry> families) {
            return Set.of();
        }
    };

    /** Which of these children are on file: by ID number, else by name, birthday and village. */
    Map<ChildEntry, Match> children(List<ChildEntry> children);

    /** Which of these families are on file. */
    Set<FamilyEntry> families(List<FamilyEntry> families);

    /** How sure it is that two are one. */
    enum Match {
        /** The same ID number, or the same name, birthday and village where one of the two has no number. */
        SAME,
        /** The same ID number in another township. */
        ELSEWHERE,
        /** The same name, birthday and village, but another ID number: somebody has to look. */
        CONTRADICTORY
    }
}
