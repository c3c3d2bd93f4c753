using Xunit.Abstractions;

namespace DirectRoute.Crds.Tests;

/// <summary>A spec that must be refused for one reason.</summary>
public sealed class Case : IXunitSerializable
{
    /// <summary>The kind's name.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The spec that is stored already, when it is a change that must be refused.</summary>
    public string? Stored { get; private set; }

    /// <summary>The spec, in YAML's flow style.</summary>
    public string Spec { get; private set; } = "";

    /// <summary>The field that must be blamed.</summary>
    public string Field { get; private set; } = "";

    /// <summary>A part of what must be said.</summary>
    public string Message { get; private set; } = "";

    public static Case Refused(string kind, string spec, string field, string message) =>
        new() { Kind = kind, Spec = spec, Field = field, Message = message };

    public static Case Change(string kind, string stored, string spec, string field, string message) =>
        new() { Kind = kind, Stored = stored, Spec = spec, Field = field, Message = message };

    public override string ToString() => Stored is null ? $"{Kind} {Spec}" : $"{Kind} {Stored} -> {Spec}";

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        Kind = info.GetValue<string>(nameof(Kind));
        Stored = info.GetValue<string?>(nameof(Stored));
        Spec = info.GetValue<string>(nameof(Spec));
        Field = info.GetValue<string>(nameof(Field));
        Message = info.GetValue<string>(nameof(Message));
    }

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Kind), Kind);
        info.AddValue(nameof(Stored), Stored);
        info.AddValue(nameof(Spec), Spec);
        info.AddValue(nameof(Field), Field);
        info.AddValue(nameof(Message), Message);
    }
}
