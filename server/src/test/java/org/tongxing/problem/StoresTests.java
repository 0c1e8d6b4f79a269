package org.tongxing.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

/** A database or Redis that is away is told apart from a mistake of ours: who asked is to come again, and may. */
class StoresTests {

    private final StoresFilter filter = new StoresFilter(
            new SecurityProblems(messages(), JsonMapper.builder().build()));

    @Test
    void knowsADatabaseThatIsAwayWhereverItIsNoticed() {
        SQLException gone = new SQLException("Communications link failure", "08S01");
        assertThat(Stores.failed(new CannotCreateTransactionException("no connection", gone)))
                .isTrue();
        assertThat(Stores.failed(new TransactionSystemException("rollback", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Stores.failed(new RecoverableDataAccessException("", gone))).isTrue();
        assertThat(Stores.failed(new IllegalStateException(new CannotGetJdbcConnectionException("pool is empty"))))
                .isTrue();
        assertThat(Stores.failed(new RedisConnectionFailureException("no connection")))
                .isTrue();
    }

    @Test
    void knowsADiskWithoutRoom() {
        SQLException full = new SQLException("The table 'visit' is full", "HY000", 1114);
        assertThat(Stores.failed(new UncategorizedSQLException("insert", null, full)))
                .isTrue();
    }

    @Test
    void knowsADatabaseThatHandsOverToAnother() {
        SQLException blocked = new SQLException(
                "All queries have been blocked while function 'group_replication_set_as_primary()' is executing.",
                "HY000",
                4094);
        assertThat(Stores.failed(new UncategorizedSQLException("select", null, blocked)))
                .isTrue();
    }

    @Test
    void knowsARedisThatIsBackAndStillLoads() {
        assertThat(Stores.failed(
                        new InvalidDataAccessApiUsageException("LOADING Redis is loading the dataset in memory")))
                .isTrue();
        assertThat(Stores.failed(new InvalidDataAccessApiUsageException("WRONGTYPE Operation against a key")))
                .isFalse();
    }

    @Test
    void takesAMistakeOfOursForNothingElse() {
        assertThat(Stores.failed(new IllegalStateException("ours"))).isFalse();
        assertThat(Stores.failed(new DuplicateKeyException("twice", new SQLException("twice", "23000", 1062))))
                .isFalse();
    }

    @Test
    void saysInAFilterThatAFileHasNoNameAFileCanHave() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        this.filter.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw new InvalidFileNameException("a\0.jpg", "Invalid file name");
        });
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("INVALID_REQUEST");
    }

    @Test
    void saysInAFilterWhatAControllerWouldSay() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        this.filter.doFilter(new MockHttpServletRequest(), response, (request, same) -> {
            throw new RedisConnectionFailureException("no connection");
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("STORE_UNREACHABLE", "过一分钟再试");
    }

    @Test
    void leavesEveryOtherAccidentAlone() {
        assertThatThrownBy(() -> this.filter.doFilter(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                            throw new IllegalStateException("ours");
                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
