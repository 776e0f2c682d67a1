/* A clip as a process: its line is a pseudo-terminal. */
#include "../synthetic.h"
#include "holdline_clip.h"
#include "recording.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define PASS_MS 1
#define EDGES 4u

static struct hl_port_about about = {
    .serial = "HLSIM0000001",
    .capabilities = HL_CAPABILITY_HAPTIC | HL_CAPABILITY_BUTTON | HL_CAPABILITY_SIMULATED,
    .hardware = {0, 0},
    .firmware = {0, 1, 0},
    .imu_count = 1,
    .rates_hz = {50, 100, 200, 400},
    .motor = HL_MOTOR_LRA,
    .imu = {{SYNTHETIC_ACCEL_LSB_NG, SYNTHETIC_GYRO_LSB_NDPS, 16000, 2000, 0, HL_IMU_OTHER, 32767, 32767}},
};

static struct hl_clip clip;
static struct recording recording;
static FILE *journal;
static int line = -1;
static bool line_up = true;
static uint64_t clock_offset_us;
static uint64_t started_us;
static bool charging;
static bool motor_fails;
static uint16_t rate_hz;
static uint64_t stream_us; /* Instant of sample 0 of this stream. */
static uint32_t taken;
static bool button;
static struct {
    uint64_t at_us;
    bool down;
} edges[EDGES];
static unsigned edges_left;
static int store = -1; /* The file of the two slots. */
static bool has_key;
static uint8_t key[HL_CAL_KEY_BYTES];
static volatile sig_atomic_t pressed;
static volatile sig_atomic_t ended;

static uint64_t long_now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u + clock_offset_us;
}

static void tell(const char *what, unsigned number)
{
    uint64_t since_us = long_now_us() - started_us;
    fprintf(journal, "%llu.%06llu %s %u\n", (unsigned long long)(since_us / 1000000u),
            (unsigned long long)(since_us % 1000000u), what, number);
    fflush(journal);
}

const struct hl_port_about *hl_port_about(void) { return &about; }

uint32_t hl_port_now_us(void) { return (uint32_t)(long_now_us() & 0xFFFFFFFFu); }

size_t hl_port_read(uint8_t *to, size_t most)
{
    ssize_t bytes = read(line, to, most);
    return bytes > 0 ? (size_t)bytes : 0;
}

size_t hl_port_write(const uint8_t *from, size_t bytes)
{
    ssize_t taken_bytes = write(line, from, bytes);
    return taken_bytes > 0 ? (size_t)taken_bytes : 0;
}

bool hl_port_line_up(void) { return line_up; }

uint32_t hl_port_rx_overruns(void) { return 0; }

void hl_port_motor(uint8_t drive_pct) { tell("motor", drive_pct); }

uint32_t hl_port_motor_fault(void) { return motor_fails ? 1 : 0; }

void hl_port_imu_run(uint16_t new_rate_hz)
{
    rate_hz = new_rate_hz;
    stream_us = long_now_us();
    taken = 0;
}

bool hl_port_imu_take(struct hl_port_sample *sample)
{
    uint64_t at_us = stream_us + (uint64_t)taken * 1000000u / (rate_hz == 0 ? 1u : rate_hz);
    if (rate_hz == 0 || long_now_us() < at_us) {
        return false;
    }
    memset(sample, 0, sizeof *sample);
    sample->t_us = (uint32_t)(at_us & 0xFFFFFFFFu);
    if (recording.rows != NULL) {
        memcpy(sample->axes, recording_at(&recording, at_us - stream_us)->axes, sizeof sample->axes);
    } else {
        synthetic_sample(taken, rate_hz, sample->axes[0]);
        memcpy(sample->axes[1], sample->axes[0], sizeof sample->axes[1]);
    }
    taken++;
    return true;
}

bool hl_port_imu_ok(unsigned imu) { return imu < about.imu_count; }

int16_t hl_port_imu_temp_cdegc(unsigned imu)
{
    (void)imu;
    return INT16_MIN;
}

bool hl_port_button_down(void)
{
    while (edges_left > 0 && long_now_us() >= edges[0].at_us) {
        button = edges[0].down;
        edges_left--;
        memmove(edges, edges + 1, edges_left * sizeof edges[0]);
    }
    return button;
}

bool hl_port_charging(void) { return charging; }

void hl_port_power(struct hl_port_power *power)
{
    power->battery_pct = 255;
    power->battery_mv = 0;
}

bool hl_port_store_read(uint32_t at, uint8_t *to, size_t bytes)
{
    return pread(store, to, bytes, (off_t)at) == (ssize_t)bytes;
}

bool hl_port_store_write(uint32_t at, const uint8_t *unit)
{
    return pwrite(store, unit, HL_IMAGE_UNIT_BYTES, (off_t)at) == (ssize_t)HL_IMAGE_UNIT_BYTES && fdatasync(store) == 0;
}

void hl_port_random(uint8_t *to, size_t bytes)
{
    int random = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (random < 0 || read(random, to, bytes) != (ssize_t)bytes) {
        perror("/dev/urandom"); /* A challenge that can be foretold is worse than no clip. */
        exit(1);
    }
    close(random);
}

const uint8_t *hl_port_key(void) { return has_key ? key : NULL; }

static void add_edge(uint64_t *at_us, unsigned after_ms, bool down)
{
    *at_us += after_ms * 1000u;
    edges[edges_left].at_us = *at_us;
    edges[edges_left].down = down;
    edges_left++;
}

static void press(char kind)
{
    uint64_t at_us = long_now_us();
    if (edges_left > 0) {
        return;
    }
    add_edge(&at_us, 0, true);
    add_edge(&at_us, kind == 'l' ? HL_BUTTON_LONG_MS + 200 : 120, false);
    if (kind == 'd') {
        add_edge(&at_us, 120, true);
        add_edge(&at_us, 120, false);
    }
}

static void boot(void)
{
    uint8_t random[4];
    hl_port_random(random, sizeof random);
    uint32_t boot_id = hl_get_u32(random);
    hl_clip_start(&clip, boot_id, HL_RESET_POWER);
    tell("boot", boot_id);
}

static void command(char c)
{
    switch (c) {
    case 's':
    case 'd':
    case 'l':
        press(c);
        break;
    case 'c':
        charging = !charging;
        tell("charger", charging);
        break;
    case 'f':
        motor_fails = !motor_fails;
        tell("motor fault", motor_fails);
        break;
    case 'r':
        boot();
        break;
    case 'q':
        ended = 1;
        break;
    default:
        break;
    }
}

static void hear_signal(int number)
{
    if (number == SIGUSR1) {
        pressed = 's';
    } else if (number == SIGUSR2) {
        pressed = 'd';
    } else {
        ended = 1;
    }
}

static const char *open_line(const char *link)
{
    struct termios raw;
    struct stat there;
    line = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (line < 0 || grantpt(line) != 0 || unlockpt(line) != 0 || tcgetattr(line, &raw) != 0) {
        perror("pseudo-terminal");
        exit(1);
    }
    raw.c_iflag = 0;
    raw.c_oflag = 0;
    raw.c_lflag = 0;
    raw.c_cflag = CS8 | CREAD | CLOCAL;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(line, TCSANOW, &raw);
    const char *name = ptsname(line);
    if (link != NULL) {
        if (lstat(link, &there) == 0 && S_ISLNK(there.st_mode)) {
            unlink(link);
        }
        if (symlink(name, link) != 0) {
            perror(link);
            exit(1);
        }
    }
    /* Opened and closed once: from now on a line nobody has open is one that hung up. */
    close(open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
    return name;
}

/* Opens the file of the slots, or makes one that is erased. */
static void open_store(const char *file)
{
    uint8_t unit[HL_IMAGE_UNIT_BYTES];
    struct stat found;
    memset(unit, 0xFF, sizeof unit);
    store = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (store < 0 || fstat(store, &found) != 0) {
        perror(file);
        exit(1);
    }
    for (uint32_t at = 0; found.st_size == 0 && at < HL_SLOT_COUNT * HL_SLOT_BYTES; at += sizeof unit) {
        hl_port_store_write(at, unit);
    }
    if (fstat(store, &found) != 0 || found.st_size != HL_SLOT_COUNT * HL_SLOT_BYTES) {
        fprintf(stderr, "%s: %lld bytes, expected %u: no memory of a clip\n", file, (long long)found.st_size,
                HL_SLOT_COUNT * HL_SLOT_BYTES);
        exit(1);
    }
    about.capabilities |= HL_CAPABILITY_PROFILE;
}

static void read_key(const char *file)
{
    struct stat found;
    FILE *from = fopen(file, "r");
    if (from == NULL || fstat(fileno(from), &found) != 0) {
        perror(file);
        exit(1);
    }
    if ((found.st_mode & 0177) != 0) {
        fprintf(stderr, "%s: mode %04o, expected 0600: a key is for its owner alone\n", file,
                (unsigned)found.st_mode & 07777u);
        exit(1);
    }
    unsigned read_bytes = 0;
    for (unsigned byte; read_bytes < HL_CAL_KEY_BYTES && fscanf(from, "%2x", &byte) == 1; read_bytes++) {
        key[read_bytes] = (uint8_t)byte;
    }
    if (read_bytes != HL_CAL_KEY_BYTES) {
        fprintf(stderr, "%s: expected %u hexadecimal digits\n", file, 2u * HL_CAL_KEY_BYTES);
        exit(1);
    }
    fclose(from);
    has_key = true;
}

static void run(void)
{
    char typed;
    bool keys = true;
    while (!ended) {
        /* A line that hung up would wake every poll; what it says is asked for without waiting. */
        struct pollfd look = {line, POLLIN, 0};
        poll(&look, 1, 0);
        line_up = (look.revents & POLLHUP) == 0;
        struct pollfd wait[2] = {{keys ? STDIN_FILENO : -1, POLLIN, 0}, {line_up ? line : -1, POLLIN, 0}};
        poll(wait, 2, PASS_MS);
        if ((wait[0].revents & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0) {
            keys = read(STDIN_FILENO, &typed, 1) == 1;
            if (keys) {
                command(typed);
            }
        }
        if (pressed != 0) {
            press((char)pressed);
            pressed = 0;
        }
        hl_clip_poll(&clip);
    }
}

static void use(const char *program)
{
    fprintf(stderr,
            "usage: %s [--link PATH] [--csv RECORDING] [--serial TEXT] [--dual] [--clock-us N] [--log FILE]\n"
            "       [--profile-file FILE] [--key FILE]\n"
            "keys (with Enter): s short, d double, l long press, c charger, f motor fault, r reboot, q quit\n"
            "signals: USR1 short, USR2 double press, TERM quit\n",
            program);
    exit(2);
}

int main(int argc, char **argv)
{
    static const struct option OPTIONS[] = {{"link", required_argument, NULL, 'l'}, {"csv", required_argument, NULL, 'r'},
        {"serial", required_argument, NULL, 's'}, {"dual", no_argument, NULL, 'd'},
        {"clock-us", required_argument, NULL, 'c'}, {"log", required_argument, NULL, 'o'},
        {"profile-file", required_argument, NULL, 'p'}, {"key", required_argument, NULL, 'k'}, {NULL, 0, NULL, 0}};
    const char *link = NULL;
    journal = stderr;
    for (int option; (option = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1;) {
        if (option == 'l') {
            link = optarg;
        } else if (option == 'r') {
            if (!recording_read(optarg, &recording)) {
                return 1;
            }
            about.imu_count = recording.dual ? 2 : 1;
        } else if (option == 's') {
            memset(about.serial, 0, sizeof about.serial);
            memcpy(about.serial, optarg, strlen(optarg) < HL_SERIAL_BYTES ? strlen(optarg) : HL_SERIAL_BYTES);
        } else if (option == 'd') {
            about.imu_count = 2;
        } else if (option == 'c') {
            clock_offset_us = strtoull(optarg, NULL, 10) - long_now_us();
        } else if (option == 'p') {
            open_store(optarg);
        } else if (option == 'k') {
            read_key(optarg);
        } else if (option == 'o' && (journal = fopen(optarg, "w")) != NULL) {
            continue;
        } else {
            use(argv[0]);
        }
    }
    if (about.imu_count == 2) {
        about.imu[1] = about.imu[0];
    }
    struct sigaction action = {.sa_handler = hear_signal};
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    started_us = long_now_us();
    printf("%s\n", open_line(link));
    fflush(stdout);
    boot();
    run();
    hl_port_motor(0);
    if (link != NULL) {
        unlink(link);
    }
    free(recording.rows);
    return 0;
}
