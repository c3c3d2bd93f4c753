using System.Buffers;
using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// The lines at a template's top: every value that the template uses is read there once, as text, and encoded there once for each place that it lands in.
/// <c>$v1</c> is text; <c>$j1</c> its JSON; <c>$e1</c>, <c>$u1</c> and <c>$b1</c> are encoded; <c>$t1</c> is put together.
/// </summary>
internal sealed class VtlVariables(VtlRead read)
{
    /// <summary>What stands in a single-quoted text of Velocity for itself and is at home in ASCII.</summary>
    private static readonly SearchValues<char> Quotable =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('\'' or '\\' or '$' or '#'))]);

    private readonly StringBuilder lines = new();
    private readonly Dictionary<Source, int> texts = [];
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);
    private int reserved;

    /// <summary>The name of the variable that holds a source's value as text, empty when it has none.</summary>
    public string Text(Source source) => $"v{Number(source)}";

    /// <summary>The name of the variable that holds the JSON of a part of a body; use it only where <see cref="Text"/> is not empty.</summary>
    public string Json(Source body)
    {
        var number = Number(body);
        var name = $"j{number}";
        if ((body is BodySource { IsWhole: true } or ResponseBodySource { IsWhole: true }) && defined.Add(name)) lines.Append(CultureInfo.InvariantCulture, $"#set(${name} = \"$!input.json('$')\")\n");
        return name;
    }

    /// <summary>The name of the variable that holds another's content, encoded.</summary>
    public string Encode(string name, VtlEncoding encoding)
    {
        var encoded = encoding.Prefix + (name[0] == 'v' ? name[1..] : name);
        if (defined.Add(encoded)) lines.Append("#set($").Append(encoded).Append(" = ").AppendFormat(CultureInfo.InvariantCulture, encoding.Template, name).Append(")\n");
        return encoded;
    }

    /// <summary>The name of a new variable; its lines follow with <see cref="Add"/>, after those of all variables that they use.</summary>
    public string Reserve() => $"t{++reserved}";

    /// <summary>Adds the lines of a reserved variable.</summary>
    public void Add(string text) => lines.Append(text);

    /// <summary>A constant as an operand of <c>#set</c>; what could mean something to Velocity is not there as itself.</summary>
    public static string Operand(string text) => text.AsSpan().ContainsAnyExcept(Quotable) ? $"$util.urlDecode('{Uri.EscapeDataString(text)}')" : $"'{text}'";

    /// <inheritdoc />
    public override string ToString() => lines.ToString();

    private int Number(Source source)
    {
        if (texts.TryGetValue(source, out var known)) return known;
        return source is ChoiceSource choice ? Choose(choice) : Read(source);
    }

    private int Read(Source source)
    {
        var v = texts[source] = texts.Count + 1;
        lines.Append(read(source, v));
        return v;
    }

    private int Choose(ChoiceSource choice)
    {
        var operands = choice.Sources.Select(s => $"${Text(s)}").ToList();
        if (choice.Default is { } constant) operands.Add(Operand(constant.Text));
        var v = texts[choice] = texts.Count + 1;
        lines.Append(CultureInfo.InvariantCulture, $"#set($v{v} = {operands[0]})\n");
        foreach (var operand in operands.Skip(1)) lines.Append(CultureInfo.InvariantCulture, $"#if($v{v} == \"\")#set($v{v} = {operand})#end\n");
        return v;
    }
}
