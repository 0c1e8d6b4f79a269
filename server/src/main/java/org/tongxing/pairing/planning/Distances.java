package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.kernel.DivisionCode;

/**
 * Numbers the places of a problem and measures between them: on the map where both centres are known, otherwise by how
 * much of their codes they share, which is rough but never empty.
 */
final class Distances {

    /** Metres to expect when codes share the country, province, city, county, township, village. */
    private static final int[] EXPECTED = {1_000_000, 300_000, 80_000, 25_000, 5_000, 0};

    private static final double EARTH_RADIUS = 6_371_000;
    private static final int TOWN_LENGTH = 9;

    private final Map<DivisionCode, Problem.Centre> centres;
    private final Map<DivisionCode, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> towns = new HashMap<>();
    private double[] latitude = new double[64];
    private double[] longitude = new double[64];
    private double[] shrinking = new double[64];
    private int[] town = new int[64];

    Distances(Map<DivisionCode, Problem.Centre> centres) {
        this.centres = centres;
    }

    int number(DivisionCode place) {
        Integer known = this.numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = this.codes.size();
        if (number == this.latitude.length) {
            this.latitude = Arrays.copyOf(this.latitude, 2 * number);
            this.longitude = Arrays.copyOf(this.longitude, 2 * number);
            this.shrinking = Arrays.copyOf(this.shrinking, 2 * number);
            this.town = Arrays.copyOf(this.town, 2 * number);
        }
        this.numbers.put(place, number);
        this.codes.add(place.value());
        Problem.Centre centre = this.centres.get(place);
        this.latitude[number] = centre == null ? Double.NaN : Math.toRadians(centre.latitude());
        this.longitude[number] = centre == null ? Double.NaN : Math.toRadians(centre.longitude());
        this.shrinking[number] = Math.cos(this.latitude[number]);
        this.town[number] = place.value().length() < TOWN_LENGTH
                ? -1 - number
                : this.towns.computeIfAbsent(place.value().substring(0, TOWN_LENGTH), town -> this.towns.size());
        return number;
    }

    int places() {
        return this.codes.size();
    }

    /** Straight metres; on the scale of a city the earth may be taken as flat. */
    int metres(int one, int other) {
        if (one == other) {
            return 0;
        }
        double north = this.latitude[one] - this.latitude[other];
        double east = (this.longitude[one] - this.longitude[other]) * (this.shrinking[one] + this.shrinking[other]) / 2;
        double square = north * north + east * east;
        return Double.isNaN(square)
                ? EXPECTED[shared(this.codes.get(one), this.codes.get(other))]
                : (int) Math.round(EARTH_RADIUS * Math.sqrt(square));
    }

    boolean sameTown(int one, int other) {
        return this.town[one] == this.town[other];
    }

    private static int shared(String one, String other) {
        int[] lengths = {0, 2, 4, 6, TOWN_LENGTH, 12};
        int level = 0;
        while (level + 1 < lengths.length
                && one.length() >= lengths[level + 1]
                && one.regionMatches(0, other, 0, lengths[level + 1])) {
            level++;
        }
        return level;
    }
}
