global using System.Text.Json.Serialization;
global using Dau.Model;
