package org.tongxing.wechat.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.wechat.Pushes;

/** Where WeChat pushes to; the address is entered on its page. Whoever is not WeChat gets 403 and no reason. */
@RestController
@RequestMapping("/api/wechat/push")
@RequiredArgsConstructor
class PushController {

    private static final int LARGEST = 64 * 1024;
    private static final String TAKEN = "success";

    private final Pushes pushes;

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> prove(
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        return this.pushes.signed(signature, timestamp, nonce) ? ResponseEntity.ok(echostr) : forbidden();
    }

    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> take(
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam(name = "msg_signature", required = false) @Nullable String msgSignature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return forbidden();
        }
        Pushes.Envelope envelope = new Pushes.Envelope(signature, msgSignature, timestamp, nonce);
        return this.pushes.take(envelope, new String(body, StandardCharsets.UTF_8))
                ? ResponseEntity.ok(TAKEN)
                : forbidden();
    }

    private static ResponseEntity<String> forbidden() {
        return ResponseEntity.status(403).body("");
    }
}
