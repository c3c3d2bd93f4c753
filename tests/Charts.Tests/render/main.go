// render CHART RELEASE NAMESPACE [VALUES.json [API-VERSION...]]
//
// What `helm template` does, for the parts of Helm that this project's chart uses: values over defaults, the values schema, sprig's functions,
// include, tpl, toYaml, fromYaml, required, fail, .Files, .Capabilities. It stands in where there is no helm; NOTES.txt comes last, as a comment.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"github.com/xeipuuv/gojsonschema"
	"sigs.k8s.io/yaml"
)

type object = map[string]interface{}

func main() {
	if len(os.Args) < 4 {
		fail(fmt.Errorf("usage: render CHART RELEASE NAMESPACE [VALUES.json [API-VERSION...]]"))
	}
	chart, release, namespace := os.Args[1], os.Args[2], os.Args[3]
	apiVersions := versions{"v1", "apps/v1"}
	values := readObject(filepath.Join(chart, "values.yaml"))
	if len(os.Args) > 4 {
		overlay(values, readObject(os.Args[4]))
		apiVersions = append(apiVersions, os.Args[5:]...)
	}
	validate(filepath.Join(chart, "values.schema.json"), values)
	render(chart, object{
		"Values":       values,
		"Chart":        exported(readObject(filepath.Join(chart, "Chart.yaml"))),
		"Files":        readFiles(chart),
		"Release":      object{"Name": release, "Namespace": namespace, "Service": "Helm", "Revision": 1, "IsInstall": true, "IsUpgrade": false},
		"Capabilities": object{"APIVersions": apiVersions},
	})
}

func render(chart string, context object) {
	root := template.New("chart").Option("missingkey=zero")
	root.Funcs(functions(root))
	paths, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	check(err)
	sort.Strings(paths)
	for _, path := range paths {
		_, err := root.New(filepath.Base(path)).Parse(string(read(path)))
		check(err)
	}
	var notes string
	for _, path := range paths {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "_") {
			continue
		}
		text := execute(root, name, context)
		switch {
		case name == "NOTES.txt":
			notes = "# " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n# ") + "\n"
		case strings.TrimSpace(text) != "":
			fmt.Printf("---\n# Source: %s\n%s\n", name, strings.TrimPrefix(strings.TrimSpace(text), "---\n"))
		}
	}
	fmt.Print(notes)
}

func execute(root *template.Template, name string, data interface{}) string {
	var text bytes.Buffer
	check(root.ExecuteTemplate(&text, name, data))
	return strings.ReplaceAll(text.String(), "<no value>", "")
}

func functions(root *template.Template) template.FuncMap {
	f := sprig.TxtFuncMap()
	delete(f, "env")
	delete(f, "expandenv")
	f["toYaml"] = func(v interface{}) (string, error) {
		text, err := yaml.Marshal(v)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	f["fromYaml"] = func(text string) object {
		o := object{}
		if err := yaml.Unmarshal([]byte(text), &o); err != nil {
			o["Error"] = err.Error()
		}
		return o
	}
	f["include"] = func(name string, data interface{}) (string, error) {
		var text bytes.Buffer
		err := root.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	f["required"] = func(message string, v interface{}) (interface{}, error) {
		if v == nil || v == "" {
			return nil, fmt.Errorf("%s", message)
		}
		return v, nil
	}
	return f
}

// versions answers .Capabilities.APIVersions.Has.
type versions []string

func (v versions) Has(version string) bool {
	for _, known := range v {
		if known == version {
			return true
		}
	}
	return false
}

// files answers .Files.Get and .Files.Glob.
type files map[string][]byte

func readFiles(chart string) files {
	all := files{}
	check(filepath.Walk(filepath.Join(chart, "files"), func(path string, info os.FileInfo, err error) error {
		if os.IsNotExist(err) || (err == nil && info.IsDir()) {
			return nil
		}
		check(err)
		relative, err := filepath.Rel(chart, path)
		check(err)
		all[relative] = read(path)
		return nil
	}))
	return all
}

func (f files) Get(name string) string { return string(f[name]) }

func (f files) Glob(pattern string) files {
	matching := files{}
	for name, content := range f {
		if ok, err := filepath.Match(pattern, name); err == nil && ok {
			matching[name] = content
		}
	}
	return matching
}

func validate(schema string, values object) {
	result, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(read(schema)), gojsonschema.NewBytesLoader(marshal(values)))
	check(err)
	if !result.Valid() {
		var messages []string
		for _, problem := range result.Errors() {
			messages = append(messages, "- "+problem.String())
		}
		sort.Strings(messages)
		fail(fmt.Errorf("values don't meet the specifications of the schema:\n%s", strings.Join(messages, "\n")))
	}
}

// overlay writes over's values into base, object by object; null takes a value away.
func overlay(base, over object) {
	for key, value := range over {
		inner, isObject := value.(object)
		if below, ok := base[key].(object); ok && isObject {
			overlay(below, inner)
		} else if value == nil {
			delete(base, key)
		} else {
			base[key] = value
		}
	}
}

// exported gives Chart.yaml's keys the upper-case names that templates use.
func exported(chart object) object {
	o := object{}
	for key, value := range chart {
		o[strings.ToUpper(key[:1])+key[1:]] = value
	}
	return o
}

func readObject(path string) object {
	o := object{}
	if err := yaml.Unmarshal(read(path), &o); err != nil {
		fail(fmt.Errorf("%s: %w", path, err))
	}
	return o
}

func read(path string) []byte {
	content, err := os.ReadFile(path)
	check(err)
	return content
}

func marshal(o object) []byte {
	text, err := json.Marshal(o)
	check(err)
	return text
}

func check(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "Error:", err)
	os.Exit(1)
}
