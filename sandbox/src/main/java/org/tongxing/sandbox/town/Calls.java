package org.tongxing.sandbox.town;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** When fathers who work away called; most every week [LAW], some hardly, a few not for weeks. */
final class Calls {

    private static final int WEEKS = 10;
    private static final int WRITES_DOWN = 60;

    private final Dice dice = new Dice(20_240_915);
    private final LocalDate day;

    Calls(LocalDate day) {
        this.day = day;
    }

    /** The households whose father writes his calls down, with the calls until yesterday. */
    List<Calling> of(List<Household> households) {
        List<Calling> calling = new ArrayList<>();
        for (Household home : households) {
            boolean story = home.scene == Scene.STORY;
            if (home.away == null || !(story || this.dice.chance(WRITES_DOWN))) {
                continue;
            }
            int faithful = story ? 100 : List.of(95, 70, 35).get(this.dice.weighted(50, 35, 15));
            int silent = !story && this.dice.chance(15) ? 3 : 0;
            List<Call> calls = new ArrayList<>();
            for (int week = WEEKS; week > silent; week--) {
                LocalDate on = this.day.minusWeeks(week).plusDays(this.dice.between(0, 6));
                for (Kid kid : home.kids) {
                    if (on.isAfter(kid.registered) && this.dice.chance(faithful)) {
                        calls.add(call(kid, on));
                    }
                }
            }
            calling.add(new Calling(home, calls));
        }
        return calling;
    }

    private Call call(Kid kid, LocalDate on) {
        return new Call(
                UUID.nameUUIDFromBytes((kid.idNumber + on).getBytes(StandardCharsets.US_ASCII)),
                kid,
                on.atTime(this.dice.between(18, 20), this.dice.between(0, 59)),
                List.of("VIDEO", "PHONE", "WECHAT").get(this.dice.weighted(60, 25, 15)),
                List.of("SHORT", "MEDIUM", "LONG").get(this.dice.weighted(25, 55, 20)));
    }

    /** A household and its father's calls. */
    record Calling(Household home, List<Call> calls) {}

    /** A call with one child. */
    record Call(UUID key, Kid kid, LocalDateTime at, String kind, String length) {}
}
