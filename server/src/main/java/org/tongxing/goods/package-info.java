/** 物资: what a township receives, keeps and issues per household; the ledger is only ever written on [JB-55, SG-18]. */
@ApplicationModule(
        displayName = "Goods",
        allowedDependencies = {"board", "child", "region"})
@NullMarked
package org.tongxing.goods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
