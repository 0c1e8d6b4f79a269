package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SandboxRemainsTests {

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("tongxing.keys.sealing", "00112233445566778899aabbccddeeff")
            .withProperty("tongxing.keys.digesting", "ab".repeat(32))
            .withProperty("tongxing.accounts.first[0].username", "aq.mou")
            .withProperty("tongxing.accounts.first[0].password", "a-Password-of-their-own")
            .withProperty("tongxing.wechat.app-id", "wx1234567890abcdef");

    @Test
    void findsNothingInAProperConfiguration() {
        assertThat(SandboxRemains.in(this.settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tongxing.keys.directory, .local/keys",
        "tongxing.keys.sealing, 73616e64626f7800112233445566778a",
        "tongxing.keys.digesting, 73616E64626F78000000000000000000000000000000000000000000000000ff",
        "tongxing.accounts.first[0].password, Tongxing-2026",
        "tongxing.wechat.base-url, http://127.0.0.1:40001",
        "tongxing.wechat.base-url, https://localhost:40001",
        "tongxing.wechat.base-url, http://api.weixin.qq.com",
        "tongxing.wechat.app-id, wx0000000000sandbox",
    })
    void findsEachThingThatBelongsToASandbox(String key, String value) {
        this.settings.setProperty(key, value);
        assertThat(SandboxRemains.in(this.settings))
                .hasSize(1)
                .allSatisfy(found ->
                        assertThat(found).contains(key.replaceAll("\\[.*", "")).doesNotContain(value));
    }

    @Test
    void acceptsAProxyBeforeWeChat() {
        this.settings.setProperty("tongxing.wechat.base-url", "https://weixin-proxy.example");
        assertThat(SandboxRemains.in(this.settings)).isEmpty();
    }

    @Test
    void refusesADatabaseThatASandboxMade() throws SQLException {
        DataSource database = database(true);
        assertThatThrownBy(() -> new SandboxRemains(this.settings, database))
                .isInstanceOf(SandboxRemains.Found.class)
                .hasMessageContaining("database");
        DataSource own = database(false);
        assertThatCode(() -> new SandboxRemains(this.settings, own)).doesNotThrowAnyException();
    }

    @Test
    void looksAtNothingInsideTheSandbox() throws SQLException {
        this.settings.setProperty(SandboxRemains.ACTIVE, "true");
        this.settings.setProperty("tongxing.keys.directory", ".local/keys");
        DataSource database = database(true);
        assertThatCode(() -> new SandboxRemains(this.settings, database)).doesNotThrowAnyException();
    }

    private static DataSource database(boolean marked) throws SQLException {
        DataSource database = mock(DataSource.class, RETURNS_DEEP_STUBS);
        given(database.getConnection()
                        .getMetaData()
                        .getTables(
                                org.mockito.ArgumentMatchers.any(),
                                org.mockito.ArgumentMatchers.any(),
                                org.mockito.ArgumentMatchers.eq("sandbox_step"),
                                org.mockito.ArgumentMatchers.any())
                        .next())
                .willReturn(marked);
        return database;
    }
}
