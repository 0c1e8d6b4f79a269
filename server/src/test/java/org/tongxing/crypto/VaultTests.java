package org.tongxing.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VaultTests {

    private final Vault vault =
            new Vault(new Keys(new KeySettings("00112233445566778899aabbccddeeff", "ab".repeat(32), null)));

    @Test
    void digestsAsTheStandardSays() {
        assertThat(Vault.sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void opensWhatItSealed() {
        assertThat(this.vault.open(this.vault.seal("金宝镇𠮷"))).isEqualTo("金宝镇𠮷");
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(this.vault.seal("14000000000")).isNotEqualTo(this.vault.seal("14000000000"));
    }

    @Test
    void refusesAChangedValue() {
        String sealed = this.vault.seal("14000000000");
        String changed = sealed.substring(0, 4) + (sealed.charAt(4) == 'A' ? 'B' : 'A') + sealed.substring(5);
        assertThatIllegalStateException().isThrownBy(() -> this.vault.open(changed));
    }

    @Test
    void fingerprintsEqualValuesEqually() {
        assertThat(this.vault.digest("14000000000"))
                .isEqualTo(this.vault.digest("14000000000"))
                .isNotEqualTo(this.vault.digest("14000000001"))
                .hasSize(64);
    }

    @Test
    void opensAPartOfAFileOnlyInItsPlace() {
        byte[] part = "金宝镇花名册".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = this.vault.sealPart(part, "7/0");
        assertThat(this.vault.openPart(sealed, "7/0")).isEqualTo(part);
        assertThatIllegalStateException().isThrownBy(() -> this.vault.openPart(sealed, "7/1"));
        assertThatIllegalStateException().isThrownBy(() -> this.vault.openPart(new byte[] {2}, "7/0"));
        assertThat(this.vault.openPart(sealed, "7/0")).as("after a refusal").isEqualTo(part);
    }

    @Test
    void opensWhatOtherThreadsSealed() {
        List<String> sealed = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> this.vault.seal("1400000" + i))
                .toList();
        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> this.vault.open(sealed.get(i))))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "1400000" + i).toList());
    }
}
