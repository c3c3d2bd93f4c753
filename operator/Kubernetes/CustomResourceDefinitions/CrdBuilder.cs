using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Puts a definition together: names, scope, columns, and the schema that <see cref="SchemaBuilder"/> makes.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal static class CrdBuilder
{
    public static JsonObject Build(Type entity, List<string> problems)
    {
        if (entity.GetCustomAttribute<KubernetesEntityAttribute>() is null || SpecAndStatus(entity) is not (var spec, var status))
        {
            problems.Add("it must derive from CustomKubernetesEntity<TSpec, TStatus> and have [KubernetesEntity]");
            return [];
        }
        var definition = EntityDefinition.Of(entity);
        var schema = RootSchema(entity, spec, status, problems);
        KindAttributes.Apply(entity, schema, problems);
        return new JsonObject
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = $"{definition.Plural}.{definition.Group}" },
            ["spec"] = new JsonObject
            {
                ["group"] = definition.Group,
                ["names"] = Names(entity, definition),
                ["scope"] = definition.Scope.ToString(),
                ["versions"] = new JsonArray(Version(entity, definition, schema, problems)),
            },
        };
    }

    /// <summary>The types of an entity's spec and status; null when it has not got these.</summary>
    public static (Type Spec, Type Status)? SpecAndStatus(Type entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CustomKubernetesEntity<,>))
                return (type.GenericTypeArguments[0], type.GenericTypeArguments[1]);
        }
        return null;
    }

    private static JsonObject RootSchema(Type entity, Type spec, Type status, List<string> problems)
    {
        var builder = new SchemaBuilder(new XmlDocumentation(), problems);
        return new JsonObject
        {
            ["description"] = builder.DescriptionOf(entity, "the entity class"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = Text("The group and version of this schema. See https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources"),
                ["kind"] = Text("The kind of the object. See https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds"),
                ["metadata"] = new JsonObject { ["type"] = "object" },
                ["spec"] = builder.Root(spec, "spec"),
                ["status"] = builder.Root(status, "status"),
            },
            ["required"] = new JsonArray("spec"),
            ["type"] = "object",
        };
    }

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Names(Type entity, EntityDefinition definition)
    {
        var names = new JsonObject();
        if (entity.GetCustomAttribute<EntityCategoriesAttribute>() is { } categories) names["categories"] = Texts(categories.Categories);
        names["kind"] = definition.Kind;
        names["listKind"] = definition.Kind + "List";
        names["plural"] = definition.Plural;
        if (entity.GetCustomAttribute<KubernetesEntityShortNamesAttribute>() is { } shorts) names["shortNames"] = Texts(shorts.ShortNames);
        names["singular"] = definition.Kind.ToLowerInvariant();
        return names;
    }

    private static JsonObject Version(Type entity, EntityDefinition definition, JsonObject schema, List<string> problems)
    {
        var version = new JsonObject();
        if (PrinterColumns.Of(entity, schema, problems) is { Count: > 0 } columns) version["additionalPrinterColumns"] = columns;
        version["name"] = definition.Version;
        version["schema"] = new JsonObject { ["openAPIV3Schema"] = schema };
        version["served"] = true;
        version["storage"] = true;
        version["subresources"] = new JsonObject { ["status"] = new JsonObject() };
        return version;
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
