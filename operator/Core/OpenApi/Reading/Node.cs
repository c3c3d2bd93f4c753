using System.Globalization;
using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>A value of the document, with its place. Each way to read it says what is wrong, and gives what there is.</summary>
internal readonly record struct Node(JsonElement Value, Place Place, ReadingEffort Effort)
{
    private const string AwsVariable = "${AWS::";

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The member; null when it is not there, or is null. This must be an object.</summary>
    public Node? this[string name] => IsObject ? Find(name) : Wrong<Node?>("an object", null);

    /// <summary>The member; null when it is not there, or is null, or this is no object.</summary>
    public Node? Find(string name) =>
        IsObject && Effort.Spend(Value.GetPropertyCount()) && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new Node(value, Place[name], Effort)
            : null;

    public void Error(string message) => Effort.Error(Place, message);

    public void Warn(string message) => Effort.Warn(Place, message);

    /// <summary>The members of an object, in order, but for those that are null.</summary>
    public IEnumerable<(string Name, Node Node)> Members()
    {
        if (!IsObject) return Wrong<IEnumerable<(string, Node)>>("an object", []);
        if (!Effort.Spend((long)Value.GetPropertyCount() * ReadingEffort.Element)) return [];
        var node = this;
        return Value.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null)
            .Select(m => (m.Name, new Node(m.Value, node.Place[m.Name], node.Effort)));
    }

    /// <summary>The members that are not extensions.</summary>
    public IEnumerable<(string Name, Node Node)> OwnMembers() => Members().Where(m => !m.Name.StartsWith("x-", StringComparison.Ordinal));

    /// <summary>The items of an array.</summary>
    public IEnumerable<Node> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array) return Wrong<IEnumerable<Node>>("an array", []);
        if (!Effort.Spend((long)Value.GetArrayLength() * ReadingEffort.Element)) return [];
        var node = this;
        return Value.EnumerateArray().Select((item, i) => new Node(item, node.Place[$"{i}"], node.Effort));
    }

    /// <summary>A text; numbers and truth values, which YAML makes of unquoted texts, are read as written.</summary>
    public string? Text() => Value.ValueKind switch
    {
        JsonValueKind.String => Given(Value.GetString()!),
        JsonValueKind.Number => Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => Wrong<string?>("a text", null),
    };

    /// <summary>A truth value; false when it is none.</summary>
    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(Value.GetString(), out var flag) => flag,
        _ => Wrong("true or false", false),
    };

    /// <summary>A whole number.</summary>
    public int? Integer() => Value.ValueKind switch
    {
        JsonValueKind.Number when Value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(Value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => Wrong<int?>("a whole number", null),
    };

    /// <summary>One of AWS's names, in any case.</summary>
    public T? Name<T>()
        where T : struct, Enum
    {
        if (Text() is not { } text) return null;
        foreach (var name in Enum.GetNames<T>())
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return Enum.Parse<T>(name);
        }
        Error($"\"{Shorten(text)}\" is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>An object of texts.</summary>
    public ValueMap<string> Texts() =>
        Members().Select(m => (m.Name, Text: m.Node.Text())).Where(m => m.Text is not null).Select(m => KeyValuePair.Create(m.Name, m.Text!)).ToValueMap();

    /// <summary>An array of texts, or one text, in ordinal order.</summary>
    public ValueList<string> SortedList() => List().Order(StringComparer.Ordinal).ToValueList();

    /// <summary>An array of texts, or one text.</summary>
    public IEnumerable<string> List() => Value.ValueKind == JsonValueKind.String ? [Text()!] : [.. Items().Select(i => i.Text()).OfType<string>()];

    public static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "...";

    private string Given(string text)
    {
        if (text.Contains(AwsVariable, StringComparison.Ordinal)) Warn($"An import on AWS replaces {AwsVariable}...}}; here it stays as it is: write out what it stands for.");
        return text;
    }

    private T Wrong<T>(string wanted, T instead)
    {
        Error($"Here must be {wanted}, not {Described()}.");
        return instead;
    }

    private string Described() => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the text \"{Shorten(Value.GetString()!)}\"",
        JsonValueKind.Null => "null",
        _ => Shorten(Value.GetRawText()),
    };
}
