package org.tongxing.sandbox.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the HTTP API of WeChat's server side, its own errors included: 40029 used or expired code, 43101 no consent,
 * 47003 bad field, 40001 stale token, 45011 too fast, 61010 not here within two hours. WxJava talks to it as it talks to
 * WeChat. What else shall go wrong, slow and lost answers among it, is asked for below {@code /simulator}.
 */
public final class Simulator {

    private static final int LOGINS_A_MINUTE = 100;

    private final People people;
    private final HttpServer server;
    private final Faults faults = new Faults();
    private final Tokens tokens;
    private final Messages messages;
    private final Push push = new Push();
    private final Checks checks;
    private final Map<String, ConcurrentLinkedDeque<Instant>> logins = new ConcurrentHashMap<>();

    private Simulator(People people, HttpServer server) {
        this.people = people;
        this.server = server;
        this.tokens = new Tokens(people.clock());
        this.messages = new Messages(people);
        this.checks = new Checks(people, this.push);
    }

    /** Starts on a free port of the loopback interface. */
    public static Simulator start(People people) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Simulator simulator = new Simulator(people, server);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "wechat-simulator");
                thread.setDaemon(true);
                return thread;
            }));
            simulator.open("/cgi-bin/stable_token", simulator.tokens::issue);
            simulator.open("/sns/jscode2session", simulator::session);
            simulator.open("/wxa/business/getuserphonenumber", simulator.signed(simulator::phone));
            simulator.open("/cgi-bin/message/subscribe/send", simulator.signed(simulator.messages::send));
            simulator.open("/wxa/msg_sec_check", simulator.signed(simulator.checks::text));
            simulator.open("/wxa/media_check_async", simulator.signed(simulator.checks::media));
            simulator.open("/wxa/getwxacodeunlimit", simulator.signed(Pictures::code));
            server.createContext(
                    "/simulator",
                    new Controls(
                            people,
                            simulator.faults,
                            simulator.tokens,
                            simulator.messages,
                            simulator.checks,
                            simulator.push));
            server.start();
            return simulator;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The address to use in place of WeChat's. */
    public String baseUrl() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** The messages people have got, and the consents they have given. */
    public Messages messages() {
        return this.messages;
    }

    /** Where verdicts about pictures are pushed to. */
    public void pushTo(String url) {
        this.push.to(url);
    }

    /** Makes the token in use stale, as WeChat does when another holder refreshes it by force. */
    public void expireToken() {
        this.tokens.renew();
    }

    private void open(String path, Handling handling) {
        this.server.createContext(path, exchange -> {
            try (exchange) {
                Faults.@Nullable Fault fault = this.faults.next(path);
                answer(exchange, fault, handling);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void answer(HttpExchange exchange, Faults.@Nullable Fault fault, Handling handling)
            throws IOException, InterruptedException {
        Call call = Call.of(exchange);
        if (fault != null && fault.drop() == Faults.Drop.BEFORE) {
            return;
        }
        Answer answer = fault != null && fault.errcode() != null
                ? Answer.error(fault.errcode(), "asked for")
                : handling.answer(call);
        if (fault != null) {
            if (fault.status() != null) {
                answer = Answer.broken(fault.status());
            }
            Thread.sleep(fault.delayMillis());
            if (fault.drop() == Faults.Drop.AFTER) {
                return;
            }
        }
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private Handling signed(Handling handling) {
        return call -> this.tokens.accepts(call.parameter("access_token"))
                ? handling.answer(call)
                : Answer.error(40001, "invalid credential, access_token is invalid or not latest");
    }

    private Answer session(Call call) {
        Person person = this.people.useLoginCode(call.parameter("js_code"));
        if (person == null) {
            return Answer.error(40029, "invalid code");
        }
        if (tooOften(person.openid())) {
            return Answer.error(45011, "api minute-quota reach limit, must slower, retry next minute");
        }
        return Answer.json(Map.of("openid", person.openid(), "session_key", "c2Vzc2lvbg=="));
    }

    private boolean tooOften(String openid) {
        Instant now = this.people.clock().now();
        ConcurrentLinkedDeque<Instant> recent =
                this.logins.computeIfAbsent(openid, any -> new ConcurrentLinkedDeque<>());
        recent.removeIf(at -> at.plus(Duration.ofMinutes(1)).isBefore(now));
        recent.add(now);
        return recent.size() > LOGINS_A_MINUTE;
    }

    private Answer phone(Call call) {
        Person person = this.people.usePhoneCode(call.text("code"));
        return person == null
                ? Answer.error(40029, "invalid code")
                : Answer.ok(Map.of(
                        "phone_info",
                        Map.of("phoneNumber", person.phone(), "purePhoneNumber", person.phone(), "countryCode", "86")));
    }

    /** What one path of the API does. */
    interface Handling {
        Answer answer(Call call) throws IOException;
    }
}
