package org.tongxing.bench.drill;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.bench.stage.Http;

/**
 * Somebody with a phone or a console who does one thing after another, and asks again whenever there was no answer: as the
 * phone's queue does, and as people do.
 */
abstract class Person implements Runnable {

    private static final int NO = 400;
    private static final int SIGNED_OUT = 401;
    private static final int ACCIDENT = 500;
    private static final int SHORTEST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 700;
    private static final int AGAIN_MILLIS = 100;

    final Scene scene;
    final Random random;
    private final String name;
    private final Journal journal;
    private final SignIn signIn;
    private Http http;
    private volatile boolean going = true;
    private volatile @Nullable Throwable failure;

    Person(String name, Scene scene, Journal journal, long seed, SignIn signIn) throws IOException {
        this.name = name;
        this.scene = scene;
        this.journal = journal;
        this.random = new Random(seed ^ name.hashCode());
        this.signIn = signIn;
        this.http = signIn.open();
    }

    @Override
    public final void run() {
        try {
            while (this.going) {
                act();
                Thread.sleep(SHORTEST_PAUSE + this.random.nextInt(LONGEST_PAUSE - SHORTEST_PAUSE));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError ex) {
            this.failure = ex;
        }
    }

    /** One thing, to its end. */
    abstract void act() throws Exception;

    /** Begins nothing more; what is under way is asked for until there is an answer. */
    final void stop() {
        this.going = false;
    }

    final @Nullable Throwable failure() {
        return this.failure;
    }

    final String name() {
        return this.name;
    }

    /**
     * Does one thing and asks until there is an answer.
     *
     * @param audit the row of the audit that is owed for a yes
     * @param doneAlready what a no says that means, after an answer that got lost, that it was done
     */
    final Outcome perform(Deed deed, String subject, @Nullable String audit, Set<String> doneAlready, Request request)
            throws InterruptedException {
        long number = this.journal.intend(this.name, deed, subject, audit);
        boolean lost = false;
        while (true) {
            long sentAt = System.nanoTime();
            try {
                Http.Answer answer = request.send(this.http);
                if (answer.status() < NO) {
                    this.journal.answered(number, this.name, Operation.End.ACKNOWLEDGED, answer.status(), sentAt);
                    return new Outcome(Operation.End.ACKNOWLEDGED, answer);
                }
                if (answer.status() < ACCIDENT && answer.status() != SIGNED_OUT) {
                    Operation.End end =
                            lost && doneAlready.contains(code(answer)) ? Operation.End.SETTLED : Operation.End.REFUSED;
                    this.journal.answered(number, this.name, end, answer.status(), sentAt);
                    return new Outcome(end, answer);
                }
                this.journal.troubled(number, answer.status() + " " + code(answer));
                if (answer.status() == SIGNED_OUT) {
                    this.http = this.signIn.open();
                } else {
                    lost = true;
                }
            } catch (IOException | IllegalStateException noAnswer) {
                this.journal.troubled(number, noAnswer.getClass().getSimpleName());
                lost = true;
            }
            Thread.sleep(AGAIN_MILLIS);
        }
    }

    /** Asks for something until there is an answer; leaves no line in the journal. */
    final Http.Answer ask(Request request) throws InterruptedException {
        while (true) {
            try {
                Http.Answer answer = request.send(this.http);
                if (answer.status() == SIGNED_OUT) {
                    this.http = this.signIn.open();
                } else if (answer.status() < ACCIDENT) {
                    return answer;
                }
            } catch (IOException | IllegalStateException noAnswer) {
                // It is away; that is what the drill is about.
            }
            Thread.sleep(AGAIN_MILLIS);
        }
    }

    static String code(Http.Answer answer) {
        try {
            return answer.json().path("code").asString("no problem of ours");
        } catch (RuntimeException noJson) {
            return "no problem of ours";
        }
    }

    /** How something ended, with the last answer. */
    record Outcome(Operation.End end, Http.Answer answer) {}

    /** Something asked of the server. */
    interface Request {
        Http.Answer send(Http http) throws IOException;
    }

    /** A fresh session. */
    interface SignIn {
        Http open() throws IOException;
    }
}
