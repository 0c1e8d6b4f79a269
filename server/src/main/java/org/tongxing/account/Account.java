package org.tongxing.account;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Duration;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in to the console. */
@Getter
@TableName("account")
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class Account {

    static final int ATTEMPTS = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    @TableId(type = IdType.AUTO)
    private @Nullable Long id;

    private String username = "";
    private String displayName = "";
    private String passwordHash = "";
    private boolean passwordInitial = true;
    private @Nullable String totpSecret;
    private int failedAttempts;
    private @Nullable LocalDateTime lockedUntil;
    private @Nullable LocalDateTime disabledAt;

    static Account open(String username, String displayName, String passwordHash) {
        Account account = new Account();
        account.username = username;
        account.displayName = displayName;
        account.passwordHash = passwordHash;
        return account;
    }

    boolean lockedAt(LocalDateTime now) {
        return this.lockedUntil != null && now.isBefore(this.lockedUntil);
    }

    /** Counts a wrong password; the fifth locks the account for a quarter of an hour. */
    void fail(LocalDateTime now) {
        this.failedAttempts++;
        if (this.failedAttempts >= ATTEMPTS) {
            this.failedAttempts = 0;
            this.lockedUntil = now.plus(LOCK);
        }
    }

    void succeed() {
        this.failedAttempts = 0;
        this.lockedUntil = null;
    }

    void choosePassword(String hash) {
        this.passwordHash = hash;
        this.passwordInitial = false;
    }
}
