using System.Globalization;
using System.Text;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Where the API server serves a kind's objects.</summary>
internal static class ApiPath
{
    /// <summary>All objects of a kind, or those of a namespace.</summary>
    public static string Collection(EntityDefinition definition, string? ns)
    {
        if (ns is not null && definition.Scope == EntityScope.Cluster)
            throw new ArgumentException($"{definition.Kind} is cluster-scoped and has no namespace, but '{ns}' was given.");
        var root = definition.Group.Length == 0 ? "/api" : "/apis/" + definition.Group;
        var place = ns is null ? "" : "/namespaces/" + Segment(ns, "namespace");
        return $"{root}/{definition.Version}{place}/{definition.Plural}";
    }

    /// <summary>One object, or a part of it that has an endpoint of its own.</summary>
    public static string Object(EntityDefinition definition, ObjectKey key, string? subresource = null)
    {
        RequireNamespace(definition, key.Namespace);
        var path = $"{Collection(definition, key.Namespace)}/{Segment(key.Name, "name")}";
        return subresource is null ? path : $"{path}/{Segment(subresource, "subresource")}";
    }

    /// <summary>Where an object is created.</summary>
    public static string Creation(EntityDefinition definition, V1ObjectMeta metadata)
    {
        RequireNamespace(definition, metadata.NamespaceProperty);
        return Collection(definition, metadata.NamespaceProperty);
    }

    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        foreach (var (name, value) in parameters)
        {
            if (value is null) continue;
            text.Append(text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }

    public static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static void RequireNamespace(EntityDefinition definition, string? ns)
    {
        if (ns is null && definition.Scope == EntityScope.Namespaced)
            throw new ArgumentException($"{definition.Kind} is namespaced, but no namespace was given.");
    }

    // A segment that a URL parser would resolve or split would name another object than the caller meant.
    private static string Segment(string value, string what) =>
        value is "" or "." or ".." || value.AsSpan().ContainsAny('/', '%')
            ? throw new ArgumentException($"'{value}' cannot be a {what}.")
            : Uri.EscapeDataString(value);
}
