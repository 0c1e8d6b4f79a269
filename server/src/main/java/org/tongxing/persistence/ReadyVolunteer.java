package org.tongxing.persistence;

/**
 * The condition under which a volunteer may help; {@code v} is the volunteer, {@code on} the day. A check and a training
 * hold for a year, a complaint stops at once.
 */
public final class ReadyVolunteer {

    public static final String ON_THE_DAY = """
            (v.left_at IS NULL AND v.suspended_at IS NULL AND v.screening = 'CLEAR'
              AND v.screened_on > DATE_SUB(#{on}, INTERVAL 1 YEAR) AND v.trained_on > DATE_SUB(#{on}, INTERVAL 1 YEAR))
            """;

    private ReadyVolunteer() {}
}
