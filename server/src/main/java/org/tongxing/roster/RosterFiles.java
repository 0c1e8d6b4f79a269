package org.tongxing.roster;

import java.io.IOException;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.sheet.StoredFile;

/**
 * The workbooks as they were uploaded, in sealed parts in the database: every instance can read them, no disk holds a plain
 * copy, and what is deleted is gone.
 */
@Component
@RequiredArgsConstructor
class RosterFiles {

    /** Small enough for any packet limit, large enough that a roster is a few dozen. */
    static final int PART = 256 * 1024;

    private static final int LARGEST = 50 << 20;

    private final RosterFileMapper mapper;
    private final Vault vault;

    /** Keeps an upload, inside the caller's transaction, and answers its size. */
    int keep(long importId, InputStream content) {
        try {
            int size = 0;
            int number = 0;
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                size += part.length;
                if (size > LARGEST) {
                    throw new Refusal(ProblemCode.FILE_TOO_LARGE);
                }
                this.mapper.insert(importId, number, this.vault.sealPart(part, place(importId, number)));
                number++;
            }
            return size;
        } catch (IOException broken) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    /** The file of an import; nothing of it is read before it is opened. */
    StoredFile file(ImportMapper.ImportRow row) {
        return () -> new SealedChannel(row.fileSize(), PART, number -> part(row.id(), number));
    }

    boolean exists(long importId) {
        return this.mapper.parts(importId) > 0;
    }

    void delete(long importId) {
        this.mapper.delete(importId);
    }

    private byte[] part(long importId, int number) throws IOException {
        byte[] sealed = this.mapper.part(importId, number);
        if (sealed == null) {
            throw new IOException("A part of import " + importId + " is gone");
        }
        return this.vault.openPart(sealed, place(importId, number));
    }

    private static String place(long importId, int number) {
        return "roster:" + importId + "/" + number;
    }
}
