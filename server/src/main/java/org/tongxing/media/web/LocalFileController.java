package org.tongxing.media.web;

import java.io.IOException;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongxing.media.LocalFiles;

/** The addresses behind the signed links of the local folder; with OSS nothing is ever found here. */
@RestController
@RequestMapping("/files")
@RequiredArgsConstructor
class LocalFileController {

    private final LocalFiles files;

    @GetMapping("/{*key}")
    ResponseEntity<byte[]> read(@PathVariable String key, @RequestParam long until, @RequestParam String sign) {
        return this.files
                .read(key.replaceFirst("^/", ""), until, sign)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @PostMapping
    ResponseEntity<Void> write(
            @RequestParam String key,
            @RequestParam long until,
            @RequestParam long most,
            @RequestParam String sign,
            @RequestPart MultipartFile file)
            throws IOException {
        boolean kept = file.getSize() <= most && this.files.write(key, until, most, sign, file.getBytes());
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN)
                .build();
    }
}
