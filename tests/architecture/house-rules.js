/**
 * Lint rules of this house that no published plugin has. Each message names what to write instead.
 * They are exercised by `tests/architecture/lint-bans.test.ts`.
 */

/** @type {import("eslint").Rule.RuleModule} */
const noSqliteExec = {
  meta: {
    type: "problem",
    messages: {
      exec: "`exec` runs text without parameters. Use prepare(sql).run(values); whole schemas are run by vault/migrations/migrate.ts.",
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      "CallExpression[callee.type='MemberExpression'][callee.property.name='exec']"(node) {
        const type = services.getTypeAtLocation(node.callee.object);
        if (type.getSymbol()?.getName() !== "RegExp") context.report({ node, messageId: "exec" });
      },
    };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const noRawEnter = {
  meta: {
    type: "problem",
    messages: {
      enter:
        "Enter also ends an IME composition. In the same condition ask guard.owns(press) of renderer/ui/composition.ts.",
    },
    schema: [],
  },
  create(context) {
    const report = (node) => {
      if (!asksTheGuard(node, context.sourceCode)) context.report({ node, messageId: "enter" });
    };
    return {
      "BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^(Enter|NumpadEnter)$/]": report,
      "SwitchCase > Literal.test[value=/^(Enter|NumpadEnter)$/]": report,
    };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const castSaysWhy = {
  meta: {
    type: "suggestion",
    messages: {
      silent: "A cast silences the compiler. Parse or narrow instead, or say in a comment here why it is safe.",
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const commentedLines = new Set(
      sourceCode
        .getAllComments()
        .flatMap((comment) => [comment.loc.start.line, comment.loc.end.line, comment.loc.end.line + 1]),
    );
    return {
      TSAsExpression(node) {
        const toConst = node.typeAnnotation.type === "TSTypeReference" && node.typeAnnotation.typeName.name === "const";
        const lines = [node.loc.start.line, node.loc.end.line, statementLine(node)];
        if (!toConst && !lines.some((line) => commentedLines.has(line))) context.report({ node, messageId: "silent" });
      },
    };
  },
};

/** Whether the whole condition a comparison stands in also asks the composition guard. */
function asksTheGuard(node, sourceCode) {
  let condition = node.parent;
  while (/^(LogicalExpression|UnaryExpression)$/.test(condition.parent?.type ?? "")) condition = condition.parent;
  return /\.owns\(/.test(sourceCode.getText(condition));
}

/** First line of the statement a node stands in; a reason may be written above the whole statement. */
function statementLine(node) {
  let current = node;
  while (current.parent && !/Statement$|Declaration$|^Property/.test(current.type)) current = current.parent;
  return current.loc.start.line;
}

/** The plugin as ESLint takes it; rules are named `house/...`. */
export const house = {
  meta: { name: "house" },
  rules: { "no-sqlite-exec": noSqliteExec, "no-raw-enter": noRawEnter, "cast-says-why": castSaysWhy },
};
