package org.tongxing.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The people of the simulated WeChat and the codes handed out to their phones; a code serves once, for five minutes. */
public final class People {

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Issued> loginCodes = new ConcurrentHashMap<>();
    private final Map<String, Issued> phoneCodes = new ConcurrentHashMap<>();
    private final Map<String, Instant> visits = new ConcurrentHashMap<>();
    private final SimulatedClock clock = new SimulatedClock();

    /** Gives a phone to a new person. */
    public Person add(String nickname, String phone) {
        return add("o" + UUID.randomUUID().toString().replace("-", ""), nickname, phone);
    }

    /** Gives a phone to somebody whom WeChat knows already. */
    public Person add(String openid, String nickname, String phone) {
        Person person = new Person(openid, nickname, phone);
        this.people.put(person.openid(), person);
        return person;
    }

    public List<Person> all() {
        return this.people.values().stream()
                .sorted(Comparator.comparing(Person::nickname))
                .toList();
    }

    /** What {@code wx.login} would answer on this person's phone. */
    public String loginCode(String openid) {
        return code(this.loginCodes, openid);
    }

    /** What the {@code getPhoneNumber} button would answer on this person's phone. */
    public String phoneCode(String openid) {
        return code(this.phoneCodes, openid);
    }

    boolean knows(String openid) {
        return this.people.containsKey(openid);
    }

    /** Signing in counts as a visit of the mini-program. */
    @Nullable
    Person useLoginCode(String code) {
        Person person = use(this.loginCodes, code);
        if (person != null) {
            this.visits.put(person.openid(), this.clock.now());
        }
        return person;
    }

    @Nullable
    Person usePhoneCode(String code) {
        return use(this.phoneCodes, code);
    }

    boolean visitedWithin(String openid, Duration time) {
        Instant visit = this.visits.get(openid);
        return visit != null && visit.plus(time).isAfter(this.clock.now());
    }

    SimulatedClock clock() {
        return this.clock;
    }

    private String code(Map<String, Issued> codes, String openid) {
        if (!knows(openid)) {
            throw new IllegalArgumentException("Nobody has this openid");
        }
        String code = "0" + UUID.randomUUID().toString().replace("-", "").substring(0, 30);
        codes.put(code, new Issued(openid, this.clock.now().plus(CODE_LIFE)));
        return code;
    }

    private @Nullable Person use(Map<String, Issued> codes, String code) {
        Issued issued = codes.remove(code);
        return issued == null || !issued.until().isAfter(this.clock.now()) ? null : this.people.get(issued.openid());
    }

    private record Issued(String openid, Instant until) {}
}
