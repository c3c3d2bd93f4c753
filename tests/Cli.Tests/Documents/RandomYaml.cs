using System.Text;

namespace DirectRoute.Cli.Tests.Documents;

/// <summary>A random document in random styles, and where each of its scalars begins.</summary>
internal sealed class RandomYaml
{
    private static readonly string[] Keys = ["name", "spec", "a.b", "x-y", "Key", "with space", "$request", "0", "ä", "q\"q"];
    private static readonly string[] Values = ["plain", "$request.body.x", "with 'quotes'", "a \"b\"", "tab\there", "ünïcode", "1", "true", "back\\slash", "a: b"];

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<WrittenScalar> scalars = [];
    private int line = 1;
    private int column = 1;

    public RandomYaml(int seed)
    {
        random = new Random(seed);
        for (var comments = random.Next(3); comments > 0; comments--) Write("# comment\n");
        WriteMapping("", indent: 0, depth: 0);
    }

    public string Text => text.ToString();
    public IReadOnlyList<WrittenScalar> Scalars => scalars;

    private void WriteMapping(string field, int indent, int depth)
    {
        foreach (var key in random.GetItems(Keys, 4).Distinct())
        {
            Write(new string(' ', indent));
            WriteKey(key);
            Write(":");
            WriteValue(field.Length == 0 ? key : $"{field}.{key}", indent + 1 + random.Next(3), depth + 1);
        }
    }

    private void WriteValue(string field, int indent, int depth)
    {
        switch (depth < 4 ? random.Next(5) : 4)
        {
            case 0:
                Write("\n");
                WriteMapping(field, indent, depth);
                break;
            case 1:
                Write("\n");
                WriteList(field, indent, depth);
                break;
            case 2:
                Write(" ");
                WriteFlow(field, depth);
                Write("\n");
                break;
            default:
                Write(new string(' ', 1 + random.Next(3)));
                WriteScalar(field);
                Write(random.Next(4) == 0 ? " # a comment\n" : "\n");
                break;
        }
    }

    private void WriteList(string field, int indent, int depth)
    {
        for (var i = 0; i < 1 + random.Next(3); i++)
        {
            Write(new string(' ', indent) + "-");
            WriteValue($"{field}[{i}]", indent + 2, depth + 1);
        }
    }

    private void WriteFlow(string field, int depth)
    {
        Write("[");
        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
        {
            if (i > 0) Write(random.Next(2) == 0 ? ", " : ",\n" + new string(' ', 20));
            if (depth < 4 && random.Next(3) == 0) WriteFlow($"{field}[{i}]", depth + 1);
            else WriteQuoted($"{field}[{i}]", Values[random.Next(Values.Length)]);
        }
        Write("]");
    }

    private void WriteScalar(string field)
    {
        var value = Values[random.Next(Values.Length)];
        var canBePlain = value is not ("a: b" or "tab\there");
        if (canBePlain && random.Next(2) == 0) WriteAt(field, value, value);
        else WriteQuoted(field, value);
    }

    private void WriteQuoted(string field, string value)
    {
        var isSingle = random.Next(2) == 0 && !value.Contains('\t');
        WriteAt(field, value, isSingle ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{Escape(value)}\"");
    }

    private void WriteKey(string key) => Write(key.Contains('"') || random.Next(3) == 0 ? $"\"{Escape(key)}\"" : key);

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private void WriteAt(string field, string value, string written)
    {
        scalars.Add(new WrittenScalar(field, value, line, column));
        Write(written);
    }

    private void Write(string piece)
    {
        text.Append(piece);
        foreach (var c in piece) (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
    }
}

/// <summary>A scalar, and the line and column where it was written.</summary>
internal sealed record WrittenScalar(string Field, string Value, int Line, int Column);
