package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/** The picture of a hand-over reaches whoever kept the promise only by a guardian, a second person and WeChat. */
class WishPhotoTests extends AroundAWish {

    private SimulatedWeChat wechat;
    private Phone volunteer;
    private Phone director;
    private long child;
    private long wish;

    @BeforeEach
    void keepAPromise() throws Exception {
        this.wechat = new SimulatedWeChat(
                Sandbox.on(this.media.getParent().toString()).wechat().baseUrl());
        this.wechat.keepSilent(true);
        this.jdbc.update("DELETE FROM photo_consent");
        this.child = child();
        this.volunteer = helping("文秀", 1);
        this.director = director();
        this.wish = publish(propose(this.child, "一盏台灯", "晚上写作业"));
        this.volunteer.post("/api/phone/wishes/" + this.wish + "/claim", Map.of());
    }

    @AfterEach
    void letWeChatAnswer() {
        this.wechat.keepSilent(false);
    }

    @Test
    @Clause("SG-25")
    void showsThePictureToWhoeverKeptThePromiseAfterConsentASecondPersonAndWeChat() throws Exception {
        long photo = upload(1);
        JsonNode arrived = arrive(photo).json();
        assertThat(arrived.path("photoState").asString()).isEqualTo("WAITING");
        assertThat(look(this.volunteer, photo)).as("nobody has let it go").isEqualTo(404);
        assertThat(code(show(this.town.clerk))).as("no guardian has agreed").isEqualTo("PHOTO_HELD");
        consent();
        assertThat(look(this.director, photo)).as("near the child").isEqualTo(200);
        assertThat(show(this.town.clerk).status()).isEqualTo(204);
        assertThat(state()).isEqualTo("CHECKING");
        assertThat(look(this.volunteer, photo)).as("WeChat has not answered").isEqualTo(404);
        assertThat(kept().has("photoId")).isFalse();
        push(photo, "pass");
        assertThat(state()).isEqualTo("SHOWN");
        assertThat(kept().path("photoId").asLong()).isEqualTo(photo);
        assertThat(look(this.volunteer, photo)).isEqualTo(200);
        assertThat(look(helping("另一个", 2), photo))
                .as("another volunteer has not kept this promise")
                .isEqualTo(404);

        this.jdbc.update("UPDATE photo_consent SET decision = 'WITHDRAWN'");
        assertThat(this.volunteer.get("/api/phone/photos/" + photo + "/link").status())
                .as("consent was taken back")
                .isEqualTo(409);
    }

    @Test
    void keepsBackWhatWeChatIsUnsureOf() throws Exception {
        long photo = upload(2);
        arrive(photo);
        consent();
        show(this.town.clerk);
        push(photo, "review");
        assertThat(state()).isEqualTo("UNSURE");
        assertThat(look(this.volunteer, photo)).isEqualTo(404);
        assertThat(show(this.town.clerk).status()).as("it may be asked again").isEqualTo(204);
        push(photo, "risky");
        assertThat(state()).isEqualTo("REFUSED");
        assertThat(look(this.volunteer, photo)).isEqualTo(404);
        assertThat(code(show(this.town.clerk))).isEqualTo("WISH_MOVED_ON");
        assertThat(arrive(upload(3)).json().path("photoState").asString())
                .as("another one may follow")
                .isEqualTo("WAITING");
    }

    @Test
    void neverShowsAPictureOfAVisitAndNeverOneThatTheSenderLetGo() throws Exception {
        long ofVisit = upload(4);
        this.jdbc.update("UPDATE photo SET attached_to = 'visit:1' WHERE id = ?", ofVisit);
        assertThat(code(arrive(ofVisit))).isEqualTo("FILE_NOT_THERE");
        assertThat(arrive(upload(5)).status()).isEqualTo(200);
        consent();
        this.jdbc.update("UPDATE membership SET account_id ="
                + " (SELECT id FROM account WHERE username = 'hm.jinbao') WHERE kind = 'CHILD_SUPERVISOR'");
        assertThat(code(show(this.town.clerk))).isEqualTo("NEEDS_ANOTHER_PERSON");
        assertThat(show(this.town.supervisor).status()).isEqualTo(204);
    }

    private long upload(int seed) throws Exception {
        ConsoleClient.Answer kept =
                this.director.another().upload("/api/phone/photos", "lamp.png", picture(seed), Map.of());
        assertThat(kept.status()).as(kept.json().toString()).isEqualTo(201);
        return kept.json().path("id").asLong();
    }

    private ConsoleClient.Answer arrive(long photo) throws Exception {
        return this.director.put(
                "/api/phone/wishes/" + this.wish + "/arrival", Map.of("on", today(), "photoId", photo));
    }

    private void consent() throws Exception {
        assertThat(this.town
                        .clerk
                        .post(
                                "/api/admin/children/" + this.child + "/photo-consents",
                                Map.of("relation", "奶奶", "decision", "GIVEN"))
                        .status())
                .isEqualTo(201);
    }

    private ConsoleClient.Answer show(ConsoleClient person) throws Exception {
        return person.post(WISHES + "/" + this.wish + "/photo/publication", Map.of());
    }

    private JsonNode kept() throws Exception {
        return this.volunteer.get("/api/phone/wishes").json().get(0);
    }

    private int look(Phone phone, long photo) throws Exception {
        return phone.get("/api/phone/photos/" + photo + "/link").status();
    }

    private String state() throws Exception {
        return this.town
                .clerk
                .get(WISHES + "/" + this.wish)
                .json()
                .at("/wish/photoState")
                .asString();
    }

    private void push(long photo, String suggest) {
        String trace = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> this.jdbc
                                .queryForList(
                                        "SELECT trace_id FROM wechat_media_check WHERE verdict IS NULL"
                                                + " AND subject = ?",
                                        String.class,
                                        "wish-photo:" + photo)
                                .stream()
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        assertThat(this.wechat.push(trace, suggest)).isEqualTo(200);
    }

    private static byte[] picture(int seed) throws Exception {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                picture.setRGB(x, y, new Color(random.nextInt(255), seed * 20 % 255, y).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
