package org.tongxing.account;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/** Somebody who signs in to the console. */
@Getter
@TableName("account")
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class Account {

    @TableId(type = IdType.AUTO)
    private @Nullable Long id;

    private String username = "";
    private String displayName = "";
    private String divisionCode = "";
    private String passwordHash = "";
    private boolean passwordInitial = true;
    private @Nullable String totpSecret;
    private @Nullable String totpPending;
    private @Nullable LocalDateTime lastSignInAt;
    private @Nullable LocalDateTime disabledAt;

    static Account open(String username, String displayName, DivisionCode home, String passwordHash) {
        Account account = new Account();
        account.username = username;
        account.displayName = displayName;
        account.divisionCode = home.value();
        account.passwordHash = passwordHash;
        return account;
    }
}
