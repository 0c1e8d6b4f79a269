package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;

/** Small problems with everything in them: ties to siblings, present families, unknown centres, too few places. */
final class TinyProblems {

    private static final String[] CODES = {"511304114001", "511304114002", "511304115001", "511305101003"};

    private TinyProblems() {}

    static Problem of(long seed, int maxChildren, int maxFamilies) {
        Random random = new Random(seed);
        List<Problem.Family> families = new ArrayList<>();
        int familyCount = random.nextInt(maxFamilies + 1);
        for (int i = 0; i < familyCount; i++) {
            Set<DivisionCode> linked = random.nextBoolean() ? Set.of(village(random)) : Set.of();
            DivisionCode home = random.nextInt(4) == 0 ? new DivisionCode("511304114") : village(random);
            families.add(new Problem.Family(
                    new FamilyId(100L + i), home, linked, random.nextBoolean(), random.nextInt(2), random.nextInt(4)));
        }
        List<Problem.Child> children = new ArrayList<>();
        int groups = 1 + random.nextInt(maxChildren);
        for (int group = 1; group <= groups && children.size() < maxChildren; group++) {
            addGroup(random, children, group, familyCount, maxChildren);
        }
        Map<DivisionCode, Problem.Centre> centres = new HashMap<>();
        for (String code : CODES) {
            if (random.nextInt(3) > 0) {
                centres.put(
                        new DivisionCode(code),
                        new Problem.Centre(30.8 + random.nextInt(20) / 100.0, 106 + random.nextInt(20) / 100.0));
            }
        }
        return new Problem(children, families, centres);
    }

    private static void addGroup(
            Random random, List<Problem.Child> children, long group, int familyCount, int maxChildren) {
        int size = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        Set<FamilyId> siblings = new HashSet<>();
        if (random.nextInt(6) == 0) {
            siblings.add(new FamilyId(100L + random.nextInt(familyCount + 1)));
        }
        DivisionCode village = village(random);
        for (int i = 0; i < size && children.size() < maxChildren; i++) {
            boolean elsewhere = random.nextInt(8) == 0;
            FamilyId current = random.nextInt(4) == 0 ? new FamilyId(100L + random.nextInt(familyCount + 1)) : null;
            children.add(new Problem.Child(
                    new ChildId(children.size() + 1L),
                    elsewhere ? village(random) : village,
                    size > 1 ? group : null,
                    random.nextInt(4) == 0,
                    siblings,
                    current));
        }
    }

    private static DivisionCode village(Random random) {
        return new DivisionCode(CODES[random.nextInt(CODES.length)]);
    }
}
