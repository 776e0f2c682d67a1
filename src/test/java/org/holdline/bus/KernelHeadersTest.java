package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts and numbers written down in Java against what a C compiler makes of the kernel's own headers. */
class KernelHeadersTest {
    private static final List<String> HEADERS = List.of("linux/i2c.h", "linux/i2c-dev.h", "linux/gpio.h");

    private final Map<String, Long> written = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @Test
    void shouldAgreeWithTheKernelsHeadersWhenCompiled() throws IOException, InterruptedException {
        i2c();
        gpio();
        errnos();
        assertEquals(written, compiled(), "Java against the kernel's headers");
    }

    private void i2c() {
        put("sizeof(struct i2c_msg)", I2cUapi.MSG_BYTES);
        put("offsetof(struct i2c_msg, addr)", I2cUapi.MSG_ADDR);
        put("offsetof(struct i2c_msg, flags)", I2cUapi.MSG_FLAGS);
        put("offsetof(struct i2c_msg, len)", I2cUapi.MSG_LEN);
        put("offsetof(struct i2c_msg, buf)", I2cUapi.MSG_BUF);
        put("sizeof(struct i2c_rdwr_ioctl_data)", I2cUapi.RDWR.byteSize());
        put("offsetof(struct i2c_rdwr_ioctl_data, msgs)", I2cUapi.RDWR_MSGS);
        put("offsetof(struct i2c_rdwr_ioctl_data, nmsgs)", I2cUapi.RDWR_NMSGS);
        put("sizeof(unsigned long)", I2cUapi.FUNCS_BYTES);
        put("I2C_SLAVE", I2cUapi.I2C_SLAVE);
        put("I2C_FUNCS", I2cUapi.I2C_FUNCS);
        put("I2C_RDWR", I2cUapi.I2C_RDWR);
        put("I2C_FUNC_I2C", I2cUapi.I2C_FUNC_I2C);
        put("I2C_M_RD", I2cUapi.I2C_M_RD);
    }

    private void gpio() {
        put("GPIO_MAX_NAME_SIZE", GpioUapi.NAME_BYTES);
        put("GPIO_V2_LINES_MAX", GpioUapi.LINES_MAX);
        put("GPIO_V2_LINE_NUM_ATTRS_MAX", GpioUapi.ATTRIBUTES_MAX);
        put("sizeof(struct gpiochip_info)", GpioUapi.CHIP_INFO.byteSize());
        put("offsetof(struct gpiochip_info, label)", GpioUapi.CHIP_INFO_LABEL);
        put("offsetof(struct gpiochip_info, lines)", GpioUapi.CHIP_INFO_LINES);
        put("sizeof(struct gpio_v2_line_values)", GpioUapi.VALUES.byteSize());
        put("offsetof(struct gpio_v2_line_values, bits)", GpioUapi.VALUES_BITS);
        put("offsetof(struct gpio_v2_line_values, mask)", GpioUapi.VALUES_MASK);
        put("sizeof(struct gpio_v2_line_config_attribute)", GpioUapi.ATTRIBUTE.byteSize());
        put("offsetof(struct gpio_v2_line_config_attribute, attr.id)", GpioUapi.ATTRIBUTE_ID);
        put("offsetof(struct gpio_v2_line_config_attribute, attr.values)", GpioUapi.ATTRIBUTE_VALUE);
        put("offsetof(struct gpio_v2_line_config_attribute, attr.debounce_period_us)", GpioUapi.ATTRIBUTE_VALUE);
        put("offsetof(struct gpio_v2_line_config_attribute, mask)", GpioUapi.ATTRIBUTE_MASK);
        put("sizeof(struct gpio_v2_line_config)", GpioUapi.CONFIG.byteSize());
        put("offsetof(struct gpio_v2_line_config, flags)", GpioUapi.CONFIG_FLAGS);
        put("offsetof(struct gpio_v2_line_config, num_attrs)", GpioUapi.CONFIG_NUM_ATTRS);
        put("offsetof(struct gpio_v2_line_config, attrs)", GpioUapi.CONFIG_ATTRS);
        put("sizeof(struct gpio_v2_line_request)", GpioUapi.REQUEST.byteSize());
        put("offsetof(struct gpio_v2_line_request, offsets)", GpioUapi.REQUEST_OFFSETS);
        put("offsetof(struct gpio_v2_line_request, consumer)", GpioUapi.REQUEST_CONSUMER);
        put("offsetof(struct gpio_v2_line_request, config)", GpioUapi.REQUEST_CONFIG);
        put("offsetof(struct gpio_v2_line_request, num_lines)", GpioUapi.REQUEST_NUM_LINES);
        put("offsetof(struct gpio_v2_line_request, fd)", GpioUapi.REQUEST_FD);
        put("sizeof(struct gpio_v2_line_event)", GpioUapi.EVENT.byteSize());
        put("offsetof(struct gpio_v2_line_event, timestamp_ns)", GpioUapi.EVENT_TIMESTAMP_NS);
        put("offsetof(struct gpio_v2_line_event, id)", GpioUapi.EVENT_ID);
        put("offsetof(struct gpio_v2_line_event, line_seqno)", GpioUapi.EVENT_LINE_SEQNO);
        put("GPIO_GET_CHIPINFO_IOCTL", GpioUapi.GET_CHIPINFO);
        put("GPIO_V2_GET_LINE_IOCTL", GpioUapi.GET_LINE);
        put("GPIO_V2_LINE_SET_CONFIG_IOCTL", GpioUapi.SET_CONFIG);
        put("GPIO_V2_LINE_GET_VALUES_IOCTL", GpioUapi.GET_VALUES);
        put("GPIO_V2_LINE_SET_VALUES_IOCTL", GpioUapi.SET_VALUES);
        put("GPIO_V2_LINE_FLAG_INPUT", GpioUapi.FLAG_INPUT);
        put("GPIO_V2_LINE_FLAG_OUTPUT", GpioUapi.FLAG_OUTPUT);
        put("GPIO_V2_LINE_FLAG_EDGE_RISING", GpioUapi.FLAG_EDGE_RISING);
        put("GPIO_V2_LINE_FLAG_EDGE_FALLING", GpioUapi.FLAG_EDGE_FALLING);
        put("GPIO_V2_LINE_FLAG_BIAS_PULL_UP", GpioUapi.FLAG_BIAS_PULL_UP);
        put("GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN", GpioUapi.FLAG_BIAS_PULL_DOWN);
        put("GPIO_V2_LINE_FLAG_BIAS_DISABLED", GpioUapi.FLAG_BIAS_DISABLED);
        put("GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES", GpioUapi.ATTRIBUTE_OUTPUT_VALUES);
        put("GPIO_V2_LINE_ATTR_ID_DEBOUNCE", GpioUapi.ATTRIBUTE_DEBOUNCE);
        put("GPIO_V2_LINE_EVENT_RISING_EDGE", GpioUapi.EVENT_RISING_EDGE);
    }

    private void errnos() {
        put("EPERM", Errno.EPERM);
        put("ENOENT", Errno.ENOENT);
        put("EINTR", Errno.EINTR);
        put("EIO", Errno.EIO);
        put("ENXIO", Errno.ENXIO);
        put("EBADF", Errno.EBADF);
        put("EAGAIN", Errno.EAGAIN);
        put("EACCES", Errno.EACCES);
        put("EBUSY", Errno.EBUSY);
        put("ENODEV", Errno.ENODEV);
        put("ENOTTY", Errno.ENOTTY);
        put("EOPNOTSUPP", Errno.EOPNOTSUPP);
        put("ESHUTDOWN", Errno.ESHUTDOWN);
        put("ETIMEDOUT", Errno.ETIMEDOUT);
        put("EREMOTEIO", Errno.EREMOTEIO);
        put("O_RDWR", Descriptor.O_RDWR);
        put("O_CLOEXEC", Descriptor.O_CLOEXEC);
        put("POLLIN", Descriptor.POLLIN);
        put("sizeof(struct pollfd)", Descriptor.POLLFD_BYTES);
        put("offsetof(struct pollfd, events)", Descriptor.POLLFD_EVENTS);
    }

    private void put(String expression, long value) {
        written.put(expression, value);
    }

    private Map<String, Long> compiled() throws IOException, InterruptedException {
        StringBuilder program = new StringBuilder("""
                #include <errno.h>
                #include <fcntl.h>
                #include <poll.h>
                #include <stddef.h>
                #include <stdio.h>
                """);
        HEADERS.forEach(header -> program.append("#include <").append(header).append(">\n"));
        program.append("int main(void)\n{\n");
        written.keySet()
                .forEach(expression -> program.append("\tprintf(\"%lld\\n\", (long long)(")
                        .append(expression)
                        .append("));\n"));
        program.append("\treturn 0;\n}\n");
        Path source = folder.resolve("headers.c");
        Path binary = folder.resolve("headers");
        Files.writeString(source, program);
        assumeTrue(
                run("gcc", "--version").isPresent(), "NOT CHECKED: there is no gcc to read the kernel's headers with");
        for (String header : HEADERS) {
            Path lone = folder.resolve("lone.c");
            Files.writeString(lone, "#include <" + header + ">\n");
            assumeTrue(
                    run("gcc", "-fsyntax-only", lone.toString()).isPresent(),
                    "NOT CHECKED: the header " + header + " is missing (package linux-libc-dev)");
        }
        List<String> errors = run("gcc", "-D_GNU_SOURCE", "-o", binary.toString(), source.toString())
                .orElseThrow(() -> new AssertionError("the headers lack something: " + readLog()));
        assertEquals(List.of(), errors, "warnings");
        List<String> values = run(binary.toString()).orElseThrow();
        Map<String, Long> result = new LinkedHashMap<>();
        int line = 0;
        for (String expression : written.keySet()) {
            result.put(expression, Long.valueOf(values.get(line++)));
        }
        return result;
    }

    /** Lines of a program's output, none when it is not there or fails. */
    private Optional<List<String>> run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(Files.readAllLines(log)) : Optional.empty();
    }

    private String readLog() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
