package org.tongxing.bench.drill;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A cadre who records visits with a photo each; the visit waits until the photo is kept. */
final class Photographer extends Person {

    private static final int SIDE = 160;

    private final long child;

    Photographer(String openid, long child, Scene scene, Journal journal, long seed) throws IOException {
        super("photographer " + child, scene, journal, seed, () -> scene.phone(openid));
        this.child = child;
    }

    @Override
    void act() throws InterruptedException {
        byte[] picture = picture();
        String key = UUID.randomUUID().toString();
        Outcome kept =
                perform(Deed.PHOTO, key, null, Set.of(), http -> http.upload("/api/phone/photos", "a.png", picture));
        if (kept.end() != Operation.End.ACKNOWLEDGED) {
            return;
        }
        Map<String, Object> visit = Map.of(
                "childIds", List.of(this.child),
                "visitedOn", LocalDate.now().toString(),
                "met", List.of("CHILD"),
                "topics", List.of("DROWNING"),
                "condition", "WELL",
                "photoIds", List.of(kept.answer().json().path("id").asLong()));
        perform(
                Deed.VISIT_WITH_PHOTO,
                key,
                null,
                Set.of(),
                http -> http.post("/api/phone/visits", visit, "Idempotency-Key", key));
    }

    /** Another one every time: the same bytes would be the same photo. */
    private byte[] picture() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                image.setRGB(x, y, this.random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
        return bytes.toByteArray();
    }
}
