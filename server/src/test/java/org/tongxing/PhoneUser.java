package org.tongxing;

import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.tongxing.contract.ChildEndpoint;
import org.tongxing.contract.ContactEndpoint;
import org.tongxing.contract.DangerEndpoint;
import org.tongxing.contract.DifficultyEndpoint;
import org.tongxing.contract.DraftEndpoint;
import org.tongxing.contract.DutyEndpoint;
import org.tongxing.contract.HomeEndpoint;
import org.tongxing.contract.NeedEndpoint;
import org.tongxing.contract.PhotoConsentEndpoint;
import org.tongxing.contract.PhotoEndpoint;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitEndpoint;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's phone, speaking through the interfaces of the contract: what they say is what goes over the wire. */
final class PhoneUser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final HomeEndpoint home;
    final VisitEndpoint visits;
    final ChildEndpoint children;
    final DraftEndpoint drafts;
    final DifficultyEndpoint difficulties;
    final NeedEndpoint needs;
    final ContactEndpoint contacts;
    final DutyEndpoint duties;
    final DangerEndpoint dangers;
    final PhotoEndpoint photos;
    final PhotoConsentEndpoint consents;

    /** The same phone, one level lower, for what the contract does not allow. */
    final ConsoleClient raw;

    PhoneUser(int port, String token) {
        this.raw = new ConsoleClient(port, token);
        RestClient http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
        HttpServiceProxyFactory proxies = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .build();
        this.home = proxies.createClient(HomeEndpoint.class);
        this.visits = proxies.createClient(VisitEndpoint.class);
        this.children = proxies.createClient(ChildEndpoint.class);
        this.drafts = proxies.createClient(DraftEndpoint.class);
        this.difficulties = proxies.createClient(DifficultyEndpoint.class);
        this.needs = proxies.createClient(NeedEndpoint.class);
        this.duties = proxies.createClient(DutyEndpoint.class);
        this.contacts = proxies.createClient(ContactEndpoint.class);
        this.dangers = proxies.createClient(DangerEndpoint.class);
        this.photos = proxies.createClient(PhotoEndpoint.class);
        this.consents = proxies.createClient(PhotoConsentEndpoint.class);
    }

    /** With which code the server says no to this. */
    static ProblemCode refused(Runnable deed) {
        try {
            deed.run();
        } catch (HttpClientErrorException no) {
            return ProblemCode.valueOf(
                    JSON.readTree(no.getResponseBodyAsByteArray()).path("code").asString());
        }
        throw new AssertionError("It was not refused");
    }
}
