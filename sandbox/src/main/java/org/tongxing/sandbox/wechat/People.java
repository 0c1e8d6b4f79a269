package org.tongxing.sandbox.wechat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The people of the simulated WeChat and the codes handed out to their phones; a code serves once. */
public final class People {

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> loginCodes = new ConcurrentHashMap<>();
    private final Map<String, String> phoneCodes = new ConcurrentHashMap<>();

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

    @Nullable
    Person useLoginCode(String code) {
        return use(this.loginCodes, code);
    }

    @Nullable
    Person usePhoneCode(String code) {
        return use(this.phoneCodes, code);
    }

    private String code(Map<String, String> codes, String openid) {
        if (!this.people.containsKey(openid)) {
            throw new IllegalArgumentException("Nobody has this openid");
        }
        String code = "0" + UUID.randomUUID().toString().replace("-", "").substring(0, 30);
        codes.put(code, openid);
        return code;
    }

    private @Nullable Person use(Map<String, String> codes, String code) {
        String openid = codes.remove(code);
        return openid == null ? null : this.people.get(openid);
    }
}
