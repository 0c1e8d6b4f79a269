package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;

/**
 * Invents places and people: 0.8 families for each child with room for one, two or three (55, 30, 15 %), 6 % of the
 * groups are siblings, villages lie in clusters around their towns, units sit in towns and are linked to villages.
 */
public final class Instances {

    private static final int CHILDREN_PER_VILLAGE = 25;
    private static final int VILLAGES_PER_TOWN = 12;
    private static final int TOWNS_PER_COUNTY = 16;
    private static final int FAMILIES_PER_UNIT = 40;

    private final Random random;
    private final List<DivisionCode> villages = new ArrayList<>();
    private final Map<DivisionCode, Problem.Centre> centres = new HashMap<>();

    private Instances(long seed) {
        this.random = new Random(seed);
    }

    /** An instance of about the size of a town (300), a county (5 000) or a city (50 000). */
    public static Problem of(int children, long seed) {
        return new Instances(seed).problem(children, CHILDREN_PER_VILLAGE);
    }

    /** The same with fewer children to a village, so that less is alike. */
    static Problem scattered(int children, int perVillage, long seed) {
        return new Instances(seed).problem(children, perVillage);
    }

    private Problem problem(int children, int perVillage) {
        settle(Math.max(1, children / perVillage));
        return new Problem(children(children), families(children * 8 / 10), this.centres);
    }

    private void settle(int count) {
        double[] county = new double[2];
        double[] town = new double[2];
        for (int i = 0; i < count; i++) {
            int townNumber = i / VILLAGES_PER_TOWN;
            if (i % (VILLAGES_PER_TOWN * TOWNS_PER_COUNTY) == 0) {
                county = near(new double[] {30.8, 106.1}, 0.6);
            }
            if (i % VILLAGES_PER_TOWN == 0) {
                town = near(county, 0.25);
            }
            double[] at = near(town, 0.04);
            DivisionCode code = new DivisionCode("51" + "13"
                    + String.format("%02d%03d", 1 + townNumber / TOWNS_PER_COUNTY, 100 + townNumber % TOWNS_PER_COUNTY)
                    + String.format("%03d", 1 + i % VILLAGES_PER_TOWN));
            this.villages.add(code);
            this.centres.put(code, new Problem.Centre(at[0], at[1]));
        }
    }

    private double[] near(double[] centre, double spread) {
        return new double[] {
            centre[0] + this.random.nextGaussian() * spread, centre[1] + this.random.nextGaussian() * spread
        };
    }

    private List<Problem.Child> children(int count) {
        List<Problem.Child> children = new ArrayList<>();
        long household = 0;
        while (children.size() < count) {
            DivisionCode village = this.villages.get(this.random.nextInt(this.villages.size()));
            int size = this.random.nextInt(100) >= 6 ? 1 : this.random.nextInt(4) == 0 ? 3 : 2;
            household++;
            for (int i = 0; i < size && children.size() < count; i++) {
                boolean girlOfEight = this.random.nextInt(100) < 47 && this.random.nextInt(16) >= 8;
                children.add(new Problem.Child(
                        new ChildId(children.size() + 1L),
                        village,
                        size > 1 ? household : null,
                        girlOfEight,
                        Set.of(),
                        null));
            }
        }
        return children;
    }

    private List<Problem.Family> families(int count) {
        List<Problem.Family> families = new ArrayList<>();
        DivisionCode seat = this.villages.get(0);
        Set<DivisionCode> linked = Set.of();
        for (int i = 0; i < count; i++) {
            if (i % FAMILIES_PER_UNIT == 0) {
                int at = this.random.nextInt(this.villages.size());
                seat = this.villages.get(at - at % VILLAGES_PER_TOWN);
                linked = Set.of(this.villages.get(at), this.villages.get((at + 1) % this.villages.size()));
            }
            DivisionCode home =
                    this.random.nextBoolean() ? seat : this.villages.get(this.random.nextInt(this.villages.size()));
            int dice = this.random.nextInt(100);
            families.add(new Problem.Family(
                    new FamilyId(i + 1L),
                    home,
                    linked,
                    this.random.nextInt(100) < 45,
                    0,
                    dice < 55 ? 1 : dice < 85 ? 2 : 3));
        }
        return families;
    }
}
