package org.holdline.architecture;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds what a hot method must not do in its byte code.
 *
 * <p>Constructors, static initialisers and the lambdas written in them, records, what the compiler adds to enums, and
 * classes named Params or Coefficients are cold and not looked at.
 */
final class HotCode {
    private static final Set<Opcode> FORBIDDEN = Set.of(
            Opcode.NEWARRAY,
            Opcode.ANEWARRAY,
            Opcode.MULTIANEWARRAY,
            Opcode.INVOKEDYNAMIC,
            Opcode.MONITORENTER,
            Opcode.MONITOREXIT);

    private static final Set<String> WRAPPERS =
            Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double");

    /** What javac throws from a switch over an enum that lists every constant: dead code that cannot be avoided. */
    private static final String EXHAUSTED_SWITCH = "java/lang/MatchException";

    private HotCode() {}

    /** One line per offence: class.method and the instruction. */
    static List<String> offences(byte[] classFile) {
        ClassModel type = ClassFile.of().parse(classFile);
        List<String> offences = new ArrayList<>();
        if (isCold(type)) {
            return offences;
        }
        for (MethodModel method : type.methods()) {
            if (!isCold(type, method)) {
                String where = type.thisClass().asInternalName().replace('/', '.') + "."
                        + method.methodName().stringValue() + ": ";
                check(method, what -> offences.add(where + what));
            }
        }
        return offences;
    }

    private static boolean isCold(ClassModel type) {
        String name = type.thisClass().asInternalName();
        boolean companion = Stream.of(name.substring(name.lastIndexOf('/') + 1).split("\\$"))
                .anyMatch(part -> part.endsWith("Params") || part.endsWith("Coefficients"));
        return companion || extendsClass(type, "java/lang/Record");
    }

    private static boolean isCold(ClassModel type, MethodModel method) {
        String name = method.methodName().stringValue();
        return name.equals("<init>")
                || name.equals("<clinit>")
                || name.startsWith("lambda$new$")
                || name.startsWith("lambda$static$")
                || (extendsClass(type, "java/lang/Enum") && isAddedToEnum(type, method));
    }

    private static boolean isAddedToEnum(ClassModel type, MethodModel method) {
        ClassDesc self = type.thisClass().asSymbol();
        MethodTypeDesc signature = method.methodTypeSymbol();
        return switch (method.methodName().stringValue()) {
            case "values", "$values" -> signature.equals(MethodTypeDesc.of(self.arrayType()));
            case "valueOf" -> signature.equals(MethodTypeDesc.of(self, ClassDesc.of("java.lang.String")));
            default -> false;
        };
    }

    private static boolean extendsClass(ClassModel type, String name) {
        return type.superclass()
                .map(parent -> parent.asInternalName().equals(name))
                .orElse(false);
    }

    private static void check(MethodModel method, Consumer<String> report) {
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
            report.accept("synchronized");
        }
        if (isFloating(method.methodTypeSymbol())) {
            report.accept("takes or returns floating point "
                    + method.methodTypeSymbol().displayDescriptor());
        }
        method.code().ifPresent(code -> {
            boolean afterExhaustedSwitch = false;
            for (CodeElement element : code) {
                if (element instanceof Instruction instruction) {
                    if (!(afterExhaustedSwitch && instruction.opcode() == Opcode.ATHROW)) {
                        check(instruction, report);
                    }
                    afterExhaustedSwitch = instruction instanceof InvokeInstruction invoke
                            && invoke.owner().asInternalName().equals(EXHAUSTED_SWITCH);
                }
            }
        });
    }

    private static void check(Instruction instruction, Consumer<String> report) {
        Opcode opcode = instruction.opcode();
        String opcodeName = opcode.name().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(opcode) || opcode == Opcode.ATHROW || isFloating(opcode)) {
            report.accept(opcodeName);
            return;
        }
        switch (instruction) {
            case NewObjectInstruction made
            when !made.className().asInternalName().equals(EXHAUSTED_SWITCH) ->
                report.accept("new " + made.className().asInternalName());
            case ConstantInstruction constant
            when constant.constantValue() instanceof Number number
                    && (number instanceof Float || number instanceof Double) ->
                report.accept(opcodeName + " " + number);
            case FieldInstruction field
            when isFloating(field.typeSymbol()) ->
                report.accept(opcodeName + " " + field.owner().asInternalName() + "."
                        + field.name().stringValue() + " is floating point");
            case InvokeInstruction invoke -> check(invoke, report);
            default -> {}
        }
    }

    private static void check(InvokeInstruction invoke, Consumer<String> report) {
        String owner = invoke.owner().asInternalName();
        String name = invoke.name().stringValue();
        MethodTypeDesc signature = invoke.typeSymbol();
        String call = owner + "." + name + signature.displayDescriptor();
        if (isFloating(signature)) {
            report.accept("floating point in call of " + call);
        }
        if (owner.startsWith("java/lang/") && WRAPPERS.contains(owner.substring("java/lang/".length()))) {
            if (name.equals("valueOf") || name.endsWith("Value")) {
                report.accept("boxing by " + call);
            }
        }
        if (name.equals("clone") || isCopyOfEnumConstants(name, signature, owner)) {
            report.accept("copy by " + call);
        }
    }

    private static boolean isCopyOfEnumConstants(String name, MethodTypeDesc signature, String owner) {
        return name.equals("values")
                && signature.parameterCount() == 0
                && signature.returnType().descriptorString().equals("[L" + owner + ";");
    }

    /** By name, because every such instruction begins with its type and no other begins with f or d but dup. */
    private static boolean isFloating(Opcode opcode) {
        String name = opcode.name();
        return name.startsWith("F")
                || (name.startsWith("D") && !name.startsWith("DUP"))
                || name.endsWith("2F")
                || name.endsWith("2D");
    }

    private static boolean isFloating(MethodTypeDesc signature) {
        return isFloating(signature.returnType())
                || signature.parameterList().stream().anyMatch(HotCode::isFloating);
    }

    private static boolean isFloating(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        String descriptor = element.descriptorString();
        return descriptor.equals("F") || descriptor.equals("D");
    }
}
