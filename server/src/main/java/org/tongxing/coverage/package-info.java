/**
 * Who is covered, who is not, and why: a read model by village, category and day. Villages are recomputed when something
 * about a child changes; every screen above sums cells by code prefix. Joins across modules' tables are its job.
 */
@ApplicationModule(
        displayName = "Coverage",
        allowedDependencies = {"child", "policy", "pairing", "helper", "region", "visit", "contact", "roster", "account"
        })
@NullMarked
package org.tongxing.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
