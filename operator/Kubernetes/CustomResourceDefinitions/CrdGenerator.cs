using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Yaml;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>
/// Makes custom resource definitions (apiextensions.k8s.io/v1) from C# types, the same text each time.
/// What a member may hold comes from its type and the attributes of the base library (<c>required</c>, <c>[DefaultValue]</c>, <c>[RegularExpression]</c>,
/// <c>[Length]</c>, <c>[Range]</c>, <c>[AllowedValues]</c>), its description from its XML documentation, and what concerns the kind from the entity class's own attributes.
/// </summary>
/// <remarks>For build tools: it works by reflection and reads the documentation files beside the program.</remarks>
[RequiresUnreferencedCode(Reason)]
public static class CrdGenerator
{
    internal const string Reason = "Custom resource definitions are made by reflection, at build time.";
    private const string Header = "# Generated from ";

    /// <summary>The definition of one entity type, as YAML.</summary>
    /// <param name="entity">A <see cref="CustomKubernetesEntity{TSpec, TStatus}"/> with <see cref="KubernetesEntityAttribute"/>.</param>
    /// <exception cref="CrdGenerationException">The type, or an attribute of it, cannot be expressed.</exception>
    public static string Generate(Type entity)
    {
        List<string> problems = [];
        var crd = CrdBuilder.Build(entity, problems);
        if (problems.Count > 0) throw new CrdGenerationException(entity, problems);
        return $"{Header}{entity.FullName}; do not edit.\n{YamlJson.Write(JsonOrder.Sorted(crd))}";
    }

    /// <summary>
    /// Writes the definition of every entity type of <paramref name="assembly"/> into <paramref name="outputDirectory"/>, one file a kind named <c>{group}_{plural}.yaml</c>,
    /// and removes those that an earlier run wrote for kinds that are no more.
    /// </summary>
    /// <returns>The files written, in order.</returns>
    /// <exception cref="CrdGenerationException">A type cannot be expressed; no file was touched.</exception>
    public static IReadOnlyList<string> GenerateAll(Assembly assembly, string outputDirectory) => GenerateAll(Entities(assembly), outputDirectory);

    internal static IReadOnlyList<string> GenerateAll(IEnumerable<Type> entities, string outputDirectory)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            var definition = EntityDefinition.Of(entity);
            var path = Path.Combine(outputDirectory, $"{definition.Group}_{definition.Plural}.yaml");
            if (!files.TryAdd(path, Generate(entity))) throw new CrdGenerationException(entity, ["another type is the same kind; several versions of a kind are not supported"]);
        }
        Directory.CreateDirectory(outputDirectory);
        foreach (var (path, text) in files) File.WriteAllText(path, text);
        foreach (var stale in Directory.GetFiles(outputDirectory, "*.yaml").Where(f => !files.ContainsKey(f) && IsGenerated(f))) File.Delete(stale);
        return [.. files.Keys];
    }

    private static IEnumerable<Type> Entities(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.IsAbstract && t.GetCustomAttribute<KubernetesEntityAttribute>() is not null && CrdBuilder.SpecAndStatus(t) is not null);

    private static bool IsGenerated(string file) => File.ReadLines(file).FirstOrDefault()?.StartsWith(Header, StringComparison.Ordinal) == true;
}
