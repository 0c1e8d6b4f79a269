package org.tongxing.sandbox.wechat;

/** Somebody with WeChat on a phone. */
public record Person(String openid, String nickname, String phone) {}
