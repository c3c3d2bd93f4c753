using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>One run of a schema over a document: where it is, what it found, and how much it may still do.</summary>
internal sealed class Validation(int maxErrors)
{
    private const int MaxDepth = 400;
    private const int MaxSteps = 1_000_000;
    private const int BytesOfAStep = 64;
    private readonly List<SchemaError> errors = [];
    private readonly List<(string? Name, int Index)> place = [];
    private int depth;
    private int steps;
    private int quiet;

    /// <summary>Whether it may do no more; then the document is refused.</summary>
    public bool IsExhausted { get; private set; }

    public ValueList<SchemaError> Errors => errors.ToValueList();

    /// <summary>Whether a value fits a schema.</summary>
    public bool Check(SchemaNode schema, JsonElement value)
    {
        if (!Spend(1) || depth == MaxDepth) return Exhaust();
        depth++;
        var holds = true;
        foreach (var keyword in schema.Keywords)
        {
            if (keyword.Holds(value, this)) continue;
            holds = false;
            if (quiet > 0 || errors.Count >= maxErrors) break;
        }
        depth--;
        return holds;
    }

    /// <summary>Whether it fits, without a word when it does not: for schemas of which not all need to fit.</summary>
    public bool Fits(SchemaNode schema, JsonElement value)
    {
        quiet++;
        var fits = Check(schema, value);
        quiet--;
        return fits;
    }

    /// <summary>Checks the member of an object.</summary>
    public bool CheckMember(SchemaNode schema, string name, JsonElement value) => CheckAt(schema, (name, 0), value);

    /// <summary>Checks the element of an array.</summary>
    public bool CheckItem(SchemaNode schema, int index, JsonElement value) => CheckAt(schema, (null, index), value);

    private bool CheckAt(SchemaNode schema, (string? Name, int Index) step, JsonElement value)
    {
        place.Add(step);
        var holds = Check(schema, value);
        place.RemoveAt(place.Count - 1);
        return holds;
    }

    /// <summary>Notes what is wrong here.</summary>
    public bool Fail(string message)
    {
        if (quiet == 0 && errors.Count < maxErrors) errors.Add(new SchemaError(Pointer(), message));
        return false;
    }

    /// <summary>Whether two values are the same JSON. What it costs counts.</summary>
    public bool AreEqual(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind && Spend(1 + (SizeOf(a) / BytesOfAStep)) && JsonElement.DeepEquals(a, b);

    private static int SizeOf(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;

    private bool Spend(int cost) => (steps += Math.Min(cost, MaxSteps)) <= MaxSteps || Exhaust();

    /// <summary>A schema or a document made to take forever is refused: said once, and heard even where errors are not.</summary>
    private bool Exhaust()
    {
        if (!IsExhausted) errors.Add(new SchemaError(Pointer(), "the schema asks for more work than a request may take"));
        IsExhausted = true;
        steps = MaxSteps;
        return false;
    }

    private string Pointer()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in place)
        {
            text.Append('/');
            if (name is null) text.Append(CultureInfo.InvariantCulture, $"{index}");
            else text.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        return text.ToString();
    }
}
