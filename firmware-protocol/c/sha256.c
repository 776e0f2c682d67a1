/* SHA-256 (FIPS 180-4) and HMAC (RFC 2104). */
#include "holdline_profile.h"

#define BLOCK_BYTES 64u
#define WORDS 16u

static const uint32_t ROUND[64] = {
    0x428A2F98u, 0x71374491u, 0xB5C0FBCFu, 0xE9B5DBA5u, 0x3956C25Bu, 0x59F111F1u, 0x923F82A4u, 0xAB1C5ED5u,
    0xD807AA98u, 0x12835B01u, 0x243185BEu, 0x550C7DC3u, 0x72BE5D74u, 0x80DEB1FEu, 0x9BDC06A7u, 0xC19BF174u,
    0xE49B69C1u, 0xEFBE4786u, 0x0FC19DC6u, 0x240CA1CCu, 0x2DE92C6Fu, 0x4A7484AAu, 0x5CB0A9DCu, 0x76F988DAu,
    0x983E5152u, 0xA831C66Du, 0xB00327C8u, 0xBF597FC7u, 0xC6E00BF3u, 0xD5A79147u, 0x06CA6351u, 0x14292967u,
    0x27B70A85u, 0x2E1B2138u, 0x4D2C6DFCu, 0x53380D13u, 0x650A7354u, 0x766A0ABBu, 0x81C2C92Eu, 0x92722C85u,
    0xA2BFE8A1u, 0xA81A664Bu, 0xC24B8B70u, 0xC76C51A3u, 0xD192E819u, 0xD6990624u, 0xF40E3585u, 0x106AA070u,
    0x19A4C116u, 0x1E376C08u, 0x2748774Cu, 0x34B0BCB5u, 0x391C0CB3u, 0x4ED8AA4Au, 0x5B9CCA4Fu, 0x682E6FF3u,
    0x748F82EEu, 0x78A5636Fu, 0x84C87814u, 0x8CC70208u, 0x90BEFFFAu, 0xA4506CEBu, 0xBEF9A3F7u, 0xC67178F2u};

static const uint32_t FIRST[8] = {0x6A09E667u, 0xBB67AE85u, 0x3C6EF372u, 0xA54FF53Au, 0x510E527Fu, 0x9B05688Cu,
    0x1F83D9ABu, 0x5BE0CD19u};

static uint32_t turned(uint32_t x, unsigned by)
{
    return x >> by | x << (32u - by);
}

static uint32_t big_endian(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void put_big_endian(uint8_t *at, uint32_t value)
{
    for (unsigned i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> (24u - 8u * i) & 0xFFu);
    }
}

/* The schedule is made as it is needed: 16 words instead of 64. */
static uint32_t word(uint32_t *words, unsigned t)
{
    if (t >= WORDS) {
        uint32_t far = words[(t + 1) % WORDS];
        uint32_t near = words[(t + 14) % WORDS];
        words[t % WORDS] += (turned(far, 7) ^ turned(far, 18) ^ far >> 3) + words[(t + 9) % WORDS]
            + (turned(near, 17) ^ turned(near, 19) ^ near >> 10);
    }
    return words[t % WORDS];
}

static void block(struct hl_mac *mac)
{
    uint32_t words[WORDS];
    uint32_t s[8];
    for (unsigned i = 0; i < WORDS; i++) {
        words[i] = big_endian(mac->block + 4u * i);
    }
    for (unsigned i = 0; i < 8; i++) {
        s[i] = mac->state[i];
    }
    for (unsigned t = 0; t < 64; t++) {
        uint32_t one = s[7] + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6]))
            + ROUND[t] + word(words, t);
        uint32_t two = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22))
            + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        for (unsigned i = 7; i > 0; i--) {
            s[i] = s[i - 1];
        }
        s[4] += one;
        s[0] = one + two;
    }
    for (unsigned i = 0; i < 8; i++) {
        mac->state[i] += s[i];
    }
}

static void add(struct hl_mac *mac, uint8_t byte)
{
    mac->block[mac->bytes++ % BLOCK_BYTES] = byte;
    if (mac->bytes % BLOCK_BYTES == 0) {
        block(mac);
    }
}

void hl_mac_add(struct hl_mac *mac, const uint8_t *from, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        add(mac, from[i]);
    }
}

static void begin(struct hl_mac *mac, const uint8_t *key, uint8_t pad)
{
    mac->bytes = 0;
    for (unsigned i = 0; i < 8; i++) {
        mac->state[i] = FIRST[i];
    }
    for (unsigned i = 0; i < BLOCK_BYTES; i++) {
        add(mac, (uint8_t)((i < HL_CAL_KEY_BYTES ? key[i] : 0u) ^ pad));
    }
}

static void finish(struct hl_mac *mac, uint8_t *digest)
{
    uint32_t bits = 8u * mac->bytes;
    add(mac, 0x80u);
    while (mac->bytes % BLOCK_BYTES != BLOCK_BYTES - 8u) {
        add(mac, 0);
    }
    put_big_endian(digest, 0);
    put_big_endian(digest + 4, bits);
    hl_mac_add(mac, digest, 8);
    for (unsigned i = 0; i < 8; i++) {
        put_big_endian(digest + 4u * i, mac->state[i]);
    }
}

void hl_mac_begin(struct hl_mac *mac, const uint8_t key[HL_CAL_KEY_BYTES])
{
    begin(mac, key, 0x36u);
}

bool hl_mac_is(struct hl_mac *mac, const uint8_t key[HL_CAL_KEY_BYTES], const uint8_t given[HL_CAL_MAC_BYTES])
{
    uint8_t digest[HL_CAL_MAC_BYTES];
    finish(mac, digest);
    begin(mac, key, 0x5Cu);
    hl_mac_add(mac, digest, sizeof digest);
    finish(mac, digest);
    uint8_t differs = 0;
    for (unsigned i = 0; i < sizeof digest; i++) {
        differs |= (uint8_t)(digest[i] ^ given[i]);
    }
    return differs == 0;
}
