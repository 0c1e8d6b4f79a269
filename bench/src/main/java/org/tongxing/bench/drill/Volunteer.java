package org.tongxing.bench.drill;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A volunteer who promises wishes others want too, and gives them back. */
final class Volunteer extends Person {

    private final long account;
    private final List<Long> wishes;

    Volunteer(String openid, long account, List<Long> wishes, Scene scene, Journal journal, long seed)
            throws IOException {
        super(openid, scene, journal, seed, () -> scene.phone(openid));
        this.account = account;
        this.wishes = wishes;
    }

    @Override
    void act() throws InterruptedException {
        long wish = this.wishes.get(this.random.nextInt(this.wishes.size()));
        String path = "/api/phone/wishes/" + wish + "/claim";
        String subject = wish + ":" + this.account;
        Outcome claimed = perform(Deed.CLAIM, subject, null, Set.of(), http -> http.post(path, Map.of()));
        if (claimed.end() == Operation.End.ACKNOWLEDGED) {
            perform(
                    Deed.GIVE_BACK,
                    subject,
                    null,
                    Set.of("WISH_MOVED_ON"),
                    http -> http.delete(path + "?reason=drill"));
        }
    }
}
