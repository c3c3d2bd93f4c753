using System.Globalization;

namespace DirectRoute.Conformance.Velocity;

/// <summary>Writes templates at random: mostly right ones, of every construct of the language, with text between that only looks like it.</summary>
internal sealed class TemplateGrammar(int seed)
{
    private static readonly string[] Variables = ["a", "b", "c", "item", "list", "map", "text", "n", "nope"];
    private static readonly string[] Keys = ["name", "count", "list", "inner", "price", "flag", "none", "missing", "empty"];

    private static readonly string[] Texts =
    [
        "x", "word ", " ", "  ", "\n", " \n", "\t", "\r\n", "\n  ", ",", ".", "..", "5", "1.5", "-1", "(", ")", "{", "}", "[", "]", "!", "\"", "'", ":", "=", "&&",
        "\\", "\\\\", "\\x", "$ ", "# ", "$1", "#1", "$.", "$.x", "$!", "$! ", "$[", "$![", "${", "${}", "$\\", "#$", "$$", "#-", "#\\", "a@b.c", "#x", "#foo ", "#{bar}", "\\#foo", "\\#set", "\\#{if}",
        "\\\\#end", "\\$nope", "\\\\$nope", "\\$!text", "$\\!text", "\\${text}", "true", "null", "é", "\u2028", "/",
    ];

    private static readonly string[] Strings =
    [
        "", " ", "text", "a,b,,c,", "Abc", "a/b", "it''s", "1", "12", "x y", "$", "$text", "${text}!", "$!nope.", "#if(true)y#end", "\\", "\\n", "a\"\"b", "é", "$list", "#", "#set($c = 3)$c", "$map.name-", "\\$text",
        "#foreach($i in [1..2])$i#end", "\\u0041", "=", "true", "##", "name", "count",
    ];

    private readonly Random random = new(seed);
    private int depth;

    public TemplateTree Template() => Many(1, 8);

    private TemplateTree Many(int least, int most) => new("", [.. Enumerable.Range(0, random.Next(least, most)).Select(_ => Piece())], "");

    private TemplateTree Piece()
    {
        if (++depth > 4)
        {
            depth--;
            return TemplateTree.Leaf(Pick(Texts));
        }
        var piece = random.Next(30) switch
        {
            < 6 => TemplateTree.Leaf(Pick(Texts)),
            < 13 => TemplateTree.Leaf(Slashes() + Reference(1)),
            < 17 => TemplateTree.Leaf($"{Blanks()}{Word("set")}{Pick("", "", " ")}({Target()} {Pick("=", "=", " = ")} {Expression(0)}){Eol()}"),
            < 21 => If(),
            < 23 => new($"{Word("foreach")}({Blank()}${Pick("item", "a", "{b}")} in {Iterable()}{Blank()}){Eol()}", [Many(0, 4)], $"{Word("end")}{Eol()}"),
            < 24 => new($"#macro({Pick("m", "k")} {Pick("", "$p", "$p $text", "$p, $q")}){Eol()}", [Many(0, 4), Parameter(), Many(0, 2)], $"#end{Eol()}"),
            < 26 => Call(),
            26 => new("#define($d)", [Many(0, 3)], "#end"),
            27 => TemplateTree.Leaf($"#evaluate({Pick("$text", Quoted())})"),
            28 => Comment(),
            _ => TemplateTree.Leaf(Pick("#stop", "#break", "#[[ $text #if ]]#", "#[[x]]#", "$d", "$foreach.count", "$foreach.hasNext", "$velocityCount", "$foreach.parent.index")),
        };
        depth--;
        return piece;
    }

    private TemplateTree If()
    {
        var parts = new List<TemplateTree> { Many(0, 4) };
        if (random.Next(3) == 0) parts.Add(new($"#elseif{Pick("", " ")}({Expression(0)}){Eol()}", [Many(0, 3)], ""));
        if (random.Next(2) == 0) parts.Add(new($"{Word("else")}{Eol()}", [Many(0, 3)], ""));
        return new($"{Word("if")}{Pick("", "", " ")}({Expression(0)}){Eol()}", parts, $"{Word("end")}{Eol()}");
    }

    private static TemplateTree Parameter() => TemplateTree.Leaf("$p$!q");

    private TemplateTree Call() => random.Next(3) switch
    {
        0 => TemplateTree.Leaf($"#{Pick("m", "k", "undefined")}({Simple()} {Simple()}){Eol()}"),
        1 => TemplateTree.Leaf($"#{Pick("m", "k")}({Simple()}, {Reference(1)})"),
        _ => new($"#@{Pick("m", "k", "undefined")}({Simple()})", [Many(0, 2)], "#end"),
    };

    private TemplateTree Comment() => random.Next(3) switch
    {
        0 => TemplateTree.Leaf($"## {Pick("a comment", "$text", "#if(", "")}\n"),
        1 => TemplateTree.Leaf($"#*{Pick(" a comment ", "* $text #end ", "\n", " ## ")}*#"),
        _ => new("#**", [TemplateTree.Leaf(Pick(" x ", "\n $text"))], "*#"),
    };

    private string Target() => random.Next(6) switch
    {
        0 => $"$map.{Pick(Keys)}",
        1 => $"$map['{Pick(Keys)}']",
        2 => $"$list[{random.Next(-1, 3)}]",
        3 => $"${{{Pick(Variables)}}}",
        _ => $"${Pick(Variables)}",
    };

    private string Expression(int level)
    {
        if (level > 2) return Simple();
        return random.Next(14) switch
        {
            < 5 => Simple(),
            5 => $"{Expression(level + 1)} {Pick("+", "-", "*", "/", "%")} {Expression(level + 1)}",
            6 => $"{Expression(level + 1)} {Pick("==", "!=", "eq", "ne")} {Expression(level + 1)}",
            7 => $"{Expression(level + 1)} {Pick("<", "<=", ">", ">=", "lt", "le", "gt", "ge")} {Expression(level + 1)}",
            8 => $"{Expression(level + 1)} {Pick("&&", "||", "and", "or")} {Expression(level + 1)}",
            9 => $"{Pick("!", "! ", "not ")}{Expression(level + 1)}",
            10 => $"({Expression(level + 1)})",
            11 => $"[{Pick("", Simple(), $"{Simple()}, {Simple()}")}]",
            12 => $"{{{Pick("", $"\"k\": {Simple()}", $"\"name\" : {Simple()}, {Pick("$text", "'j'", "2")}:{Simple()}")}}}",
            _ => $"[{Pick("1", "$n", "-2", " 3 ")}..{Pick("3", "$n", "0", " 2")}]",
        };
    }

    private string Iterable() => random.Next(8) switch
    {
        0 => "$list",
        1 => "$map",
        2 => "$map.entrySet()",
        3 => "$input.path('$.list')",
        4 => "$input.params().keySet()",
        5 => $"[{Pick("1", "$n", "-2")}..{Pick("3", "$n", "0")}]",
        6 => $"[{Simple()}, {Simple()}]",
        _ => Reference(1),
    };

    private string Simple() => random.Next(9) switch
    {
        < 4 => Reference(1),
        4 => Quoted(),
        5 => $"'{Pick(Strings).Replace("\"\"", "\"", StringComparison.Ordinal)}'",
        6 => Pick("0", "1", "2", "-3", "7", "2147483647", "9223372036854775807", "99999999999999999999"),
        7 => Pick("1.5", "0.0", "-2.25", "1e3", "1.0E10", "0.0001", "100.0", "12345678.9"),
        _ => Pick("true", "false"),
    };

    private string Quoted() => $"\"{Pick(Strings).Replace("''", "'", StringComparison.Ordinal)}{Pick("", "", Pick(Strings).Replace("''", "'", StringComparison.Ordinal))}\"";

    private string Reference(int level)
    {
        var body = random.Next(8) switch
        {
            0 => $"input.path({Pick("'$", "\"$")}",
            1 => "input.json('$",
            2 => "input.params(",
            3 => "stageVariables",
            4 => "context",
            _ => "",
        };
        var chain = body switch
        {
            "" => $"{Pick(Variables)}{Steps(level)}",
            "input.params(" => $"input.params({Pick("", "'id'", "'q'", "'missing'", "\"$text\"")}){Steps(level)}",
            "stageVariables" => $"stageVariables{Pick(".stage", "['stage']", ".missing", "")}",
            "context" => $"context{Pick(".requestId", ".identity.sourceIp", ".missing.x", ".identity", "['stage']")}",
            _ => $"{body}{Pick("", ".name", ".list", ".list[0]", ".list[1:]", ".inner", "..name", ".inner.*", ".inner.deep", ".missing", ".list[*].name", ".none", ".price")}{body["input.path(".Length]}){Steps(level)}",
        };
        return random.Next(5) switch
        {
            0 => $"${{{chain}}}",
            1 => $"$!{chain}",
            2 => $"$!{{{chain}}}",
            _ => $"${chain}",
        };
    }

    private string Steps(int level) => string.Concat(Enumerable.Range(0, random.Next(0, 3)).Select(_ => Step(level)));

    private string Step(int level)
    {
        if (level > 2) return $".{Pick(Keys)}";
        return random.Next(12) switch
        {
            < 2 => $".{Pick(Keys)}",
            2 => $"[{Pick("0", "-1", "1", "'name'", "$n", "\"list\"")}]",
            < 5 => $".{Pick("size()", "isEmpty()", "toString()", "length()", "hashCode()", "trim()", "keySet()", "values()", "entrySet()", "intValue()", "doubleValue()", "toUpperCase()", "toLowerCase()")}",
            5 => $".{Pick("get", "containsKey", "contains", "indexOf", "lastIndexOf", "equals", "remove", "startsWith", "endsWith", "concat", "compareTo", "equalsIgnoreCase", "add", "charAt", "substring")}({Argument(level)})",
            6 => $".{Pick("put", "set", "replace", "getOrDefault", "substring", "indexOf")}({Argument(level)}, {Argument(level)})",
            7 => $".split({Pick("','", "'/'", "' '", "'[,/]'", "\"\"", "'b'", "',+'")}){Pick(".size()", "[0]", ".get(0)", ".isEmpty()")}",
            8 => $".replaceAll({Pick("'a'", "'[a-c]'", "'(b)(c)'", "'\\d+'", "'.'", "\"\\\\'\"", "'^x?'", "''")}, {Pick("'-'", "''", "'[$0]'", "'\\$'", "\"x\"")})",
            9 => $".matches({Pick("'[a-z]+'", "'.*b.*'", "'\\d+'", "'a|text'", "'-?(0|[1-9][0-9]{0,17})'")})",
            10 => $".{Pick("regionMatches(0, 'some', 0, 2)", "format('%s-%5d|%-4s|%05d|%x', 'a', 42, 'b', 7, 255)", "valueOf(true)", "lastIndexOf('e', 3)", "indexOf('t', 2)", "stripLeading()", "substring(0, 2)", "compareToIgnoreCase('SOME')", "join('-', 'a', 'b')", "toHexString(255)", "max(1, 2)", "equals($text)", "contentEquals('x')", "putAll({'z': 1})", "containsValue(1)", "putIfAbsent('y', 2)", "containsAll([2])", "toCharArray().size()", "longValue()", "split('e', 2).size()", "concat('!').length()", "startsWith('me', 2)", "subList(0, 1)", "addAll([1, 2])", "parseInt('12')", "valueOf(5)", "booleanValue()", "replaceFirst('e', 'E')", "codePointAt(0)", "isBlank()", "repeat(2)", "strip()")}",
            _ => $".{Pick("noSuchMethod()", "noSuchMethod(1, 2)", "x-y", "_z", "name", "size()", random.Next(6) == 0 ? "true" : "key")}",
        };
    }

    private string Argument(int level) => random.Next(4) switch
    {
        0 => Pick("0", "1", "5", "-1"),
        1 => $"'{Pick("name", "text", "a", "b,", "", "1", "list")}'",
        2 => level > 1 ? "$text" : Reference(level + 1),
        _ => Pick("true", "1.5", "[1]", "{}", " $text ", "\"$text\""),
    };

    private string Word(string name) => random.Next(6) == 0 ? $"#{{{name}}}" : $"#{name}";

    private string Slashes() => random.Next(8) == 0 ? new string('\\', random.Next(1, 5)) : "";

    private string Blank() => Pick("", "", "", " ", "\n");

    private string Blanks() => Pick("", "", "", " ", "\t ", "\n  ");

    private string Eol() => Pick("", "", "", "\n", " \n", "  ", "\r\n");

    private string Pick(params string[] items) => items[random.Next(items.Length)];

    public override string ToString() => seed.ToString(CultureInfo.InvariantCulture);
}
