package org.tongxing.bench.drill;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** What became of the messages about danger that a director was to get. */
final class Messages {

    private Messages() {}

    /** Every report has its message, each message went out once, and what nobody knows of is marked as such. */
    static String delivered(Scene scene, String director, int patienceMillis, List<String> wrong) throws Exception {
        String mine = " FROM notification n JOIN phone_account a ON a.id = n.phone_account_id WHERE a.openid = '"
                + director + "' AND n.occasion = 'DANGER'";
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (number(scene, "SELECT COUNT(*)" + mine + " AND n.state IN ('WAITING', 'SENDING')") > 0
                && System.nanoTime() < deadline) {
            Thread.sleep(1_000);
        }
        long reports = number(scene, "SELECT COUNT(*) FROM danger_report");
        long sent = number(scene, "SELECT COUNT(*)" + mine + " AND n.state = 'SENT'");
        long unknown = number(scene, "SELECT COUNT(*)" + mine + " AND n.state = 'UNKNOWN'");
        long arrived = scene.stage().sandbox().wechat().messages().of(director).size();
        String said = "%d reports, %d sent, %d unknown, %d arrived".formatted(reports, sent, unknown, arrived);
        if (sent + unknown != reports) {
            wrong.add("messages neither sent nor marked: " + said);
        }
        if (arrived < sent || arrived > sent + unknown) {
            wrong.add("messages lost or doubled: " + said);
        }
        return said;
    }

    private static long number(Scene scene, String query) throws Exception {
        return Long.parseLong(scene.rows(query).get(0).get(0));
    }
}
